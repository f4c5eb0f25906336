package io.github.ecsdiscovery.generator.rule;

import io.github.ecsdiscovery.generator.diagnostic.Finding;
import java.util.function.Consumer;

/**
 * A truth about configs, or about the stacks that come of them. A rule is named by what it protects, knows no other rule,
 * and looks at every subject, whatever others find in it.
 */
@FunctionalInterface
public interface Rule {
    void check(RuleContext subject, Consumer<Finding> out);
}
