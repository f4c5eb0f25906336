package io.github.ecsdiscovery.generator.stack.id;

import io.github.ecsdiscovery.generator.stack.value.Value;

/**
 * An output of the stack.
 *
 * @param export whether other stacks may import it, as {@code <stack>-<id>}
 */
public record StackOutput(String id, Value value, boolean export) {
    /** What it is exported as. */
    public Value exportName() {
        return Value.named(id);
    }
}
