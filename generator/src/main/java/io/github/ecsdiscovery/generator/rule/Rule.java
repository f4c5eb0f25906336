package io.github.ecsdiscovery.generator.rule;

import io.github.ecsdiscovery.generator.diagnostic.Finding;
import io.github.ecsdiscovery.generator.diagnostic.ProblemKind;
import java.util.List;
import java.util.function.Consumer;

/**
 * A check of a config and of the stack that is rendered from it. A rule is named by the condition that it enforces. It does not
 * depend on other rules, and it checks everything, whatever other rules report.
 */
public interface Rule {
    /** Returns the kinds of problems that this rule reports, in the order of the reference. */
    List<ProblemKind> kinds();

    /** Reports every problem that the rule finds. */
    void check(RuleContext context, Consumer<Finding> out);
}
