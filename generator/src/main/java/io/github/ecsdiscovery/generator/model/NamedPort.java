package io.github.ecsdiscovery.generator.model;

import org.jspecify.annotations.Nullable;

/**
 * One of a service's ports.
 *
 * @param name null for a service's only, unnamed port
 */
public record NamedPort(@Nullable String name, Port port) {}
