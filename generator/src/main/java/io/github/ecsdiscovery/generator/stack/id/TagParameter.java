package io.github.ecsdiscovery.generator.stack.id;

/**
 * A parameter of the template: the tag of one service's image.
 *
 * @param initial its default
 */
public record TagParameter(String id, String service, String initial) {}
