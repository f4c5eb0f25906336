package io.github.ecsdiscovery.generator.stack;

/**
 * A parameter of the template: the tag of one service's image.
 *
 * @param initial its default
 */
public record Parameter(String id, String service, String initial) {}
