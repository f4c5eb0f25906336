package io.github.ecsdiscovery.generator.stack;

import org.jspecify.annotations.Nullable;

/**
 * An output of the stack. One of value and attribute is given.
 *
 * @param attributeOf the resource whose {@code attribute} is the value
 * @param export whether other stacks may import it, as {@code <stack>-<id>}
 */
public record Output(
        String id,
        @Nullable Value value,
        @Nullable String attributeOf,
        @Nullable String attribute,
        boolean export) {
    /** What it is exported as. */
    public Value exportName() {
        return Value.named(id);
    }

    static Output of(String id, Value value, boolean export) {
        return new Output(id, value, null, null, export);
    }

    static Output of(String id, String resource, String attribute) {
        return new Output(id, null, resource, attribute, true);
    }
}
