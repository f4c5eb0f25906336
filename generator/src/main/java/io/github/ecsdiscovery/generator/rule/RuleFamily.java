package io.github.ecsdiscovery.generator.rule;

import io.github.ecsdiscovery.generator.diagnostic.ProblemKind;
import java.util.List;

/**
 * The rules about one topic.
 *
 * @param title the heading of their problems in the reference
 * @param rules the rules in the order of the reference
 */
public record RuleFamily(String title, List<Rule> rules) {
    public RuleFamily {
        rules = List.copyOf(rules);
    }

    /** Returns the kinds of problems that the rules report. */
    public List<ProblemKind> kinds() {
        return rules.stream().flatMap(rule -> rule.kinds().stream()).distinct().toList();
    }
}
