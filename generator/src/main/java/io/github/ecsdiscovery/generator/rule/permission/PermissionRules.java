package io.github.ecsdiscovery.generator.rule.permission;

import io.github.ecsdiscovery.generator.rule.RuleFamily;
import java.util.List;

/** The rules about IAM policies and about ARNs. */
public final class PermissionRules {
    /** The rules in the order of the reference. */
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
