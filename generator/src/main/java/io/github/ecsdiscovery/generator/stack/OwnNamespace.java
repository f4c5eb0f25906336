package io.github.ecsdiscovery.generator.stack;

/**
 * The Cloud Map namespace that the stack has of its own.
 *
 * @param negativeTtl seconds
 */
public record OwnNamespace(String domain, int negativeTtl) {}
