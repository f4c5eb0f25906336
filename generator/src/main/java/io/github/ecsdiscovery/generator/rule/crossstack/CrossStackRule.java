package io.github.ecsdiscovery.generator.rule.crossstack;

import io.github.ecsdiscovery.generator.diagnostic.ProblemKind;
import java.util.List;
import java.util.function.Consumer;

/** A check of several stacks that refer to each other or share a resource. */
interface CrossStackRule {
    /** Returns the kinds of problems that this rule reports, in the order of the reference. */
    List<ProblemKind> kinds();

    /** Reports every problem that the rule finds. */
    void check(StackSet stacks, Consumer<CrossStackFinding> out);
}
