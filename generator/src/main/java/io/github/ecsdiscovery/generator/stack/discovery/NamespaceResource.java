package io.github.ecsdiscovery.generator.stack.discovery;

/**
 * The Cloud Map namespace that the stack creates.
 *
 * @param negativeTtl how long resolvers cache that a name does not exist, in seconds
 */
public record NamespaceResource(String domain, int negativeTtl) {}
