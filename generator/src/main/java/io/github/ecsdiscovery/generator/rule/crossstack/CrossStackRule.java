package io.github.ecsdiscovery.generator.rule.crossstack;

import io.github.ecsdiscovery.generator.diagnostic.ProblemKind;
import java.util.List;
import java.util.function.Consumer;

/** A truth about stacks that know of each other. */
interface CrossStackRule {
    /** Returns the kinds of problems that this rule reports, in the order of the reference. */
    List<ProblemKind> kinds();

    void check(StackSet neighbours, Consumer<CrossStackFinding> out);
}
