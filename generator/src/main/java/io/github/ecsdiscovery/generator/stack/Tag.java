package io.github.ecsdiscovery.generator.stack;

/** A tag of a resource. */
public record Tag(String key, Value value) {}
