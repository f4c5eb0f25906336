package io.github.ecsdiscovery.generator.stack.value;

/** A tag of a resource. */
public record Tag(String key, Value value) {}
