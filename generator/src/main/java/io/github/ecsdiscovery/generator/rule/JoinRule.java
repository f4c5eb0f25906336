package io.github.ecsdiscovery.generator.rule;

import java.util.function.Consumer;

/** A truth about stacks that know of each other. */
@FunctionalInterface
interface JoinRule {
    void check(Neighbours neighbours, Consumer<Clash> out);
}
