package io.github.ecsdiscovery.generator.rule.permission;

import io.github.ecsdiscovery.generator.rule.RuleFamily;
import java.util.List;

/** The rules of this package. */
public final class PermissionRules {
    /** All rules, in the order of the reference. */
    public static final RuleFamily FAMILY = new RuleFamily(
            "Permissions",
            List.of(
                    new CompleteStatements(),
                    new DistinctSids(),
                    new ActionNames(),
                    new ActionsReachable(),
                    new ResourceArns(),
                    new ConditionOperators(),
                    new ArnPartitions(),
                    new TaskPolicySize()));

    private PermissionRules() {}
}
