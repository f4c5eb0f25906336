package io.github.ecsdiscovery.generator.proof;

/**
 * A rule that lets a service out to somebody who is no member of the stack.
 *
 * @param route whether there is a way
 * @param through by which; empty where there is nothing to say
 */
public record Outlet(Rule rule, Answer route, String through) {}
