package io.github.ecsdiscovery.generator.rule;

import io.github.ecsdiscovery.generator.diagnostic.Finding;
import io.github.ecsdiscovery.generator.diagnostic.ProblemKind;
import java.util.List;
import java.util.function.Consumer;

/**
 * A truth about configs, or about the stacks that come of them. A rule is named by what it protects, knows no other rule,
 * and looks at every subject, whatever others find in it.
 */
public interface Rule {
    /** Returns the kinds of problems that this rule reports, in the order of the reference. */
    List<ProblemKind> kinds();

    void check(RuleContext subject, Consumer<Finding> out);
}
