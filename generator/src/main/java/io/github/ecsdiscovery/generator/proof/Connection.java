package io.github.ecsdiscovery.generator.proof;

/**
 * The way from one service to a port of another.
 *
 * @param trail what has to be so, in the order in which a request meets it
 */
public record Connection(String from, String to, Traffic traffic, Trail trail) {}
