package io.github.ecsdiscovery.generator.rule.crossstack;

import java.util.function.Consumer;

/** A truth about stacks that know of each other. */
@FunctionalInterface
interface CrossStackRule {
    void check(StackSet neighbours, Consumer<CrossStackFinding> out);
}
