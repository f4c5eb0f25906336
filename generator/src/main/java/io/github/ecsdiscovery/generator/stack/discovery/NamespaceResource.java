package io.github.ecsdiscovery.generator.stack.discovery;

/**
 * The Cloud Map namespace that the stack has of its own.
 *
 * @param negativeTtl seconds
 */
public record NamespaceResource(String domain, int negativeTtl) {}
