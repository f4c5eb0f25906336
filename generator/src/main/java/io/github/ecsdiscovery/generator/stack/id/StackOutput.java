package io.github.ecsdiscovery.generator.stack.id;

import io.github.ecsdiscovery.generator.stack.value.Value;

/**
 * An output of the stack.
 *
 * @param export whether the stack exports it to other stacks, as {@code <stack>-<id>}
 */
public record StackOutput(String id, Value value, boolean export) {
    /** Returns the name of the export. */
    public Value exportName() {
        return Value.named(id);
    }
}
