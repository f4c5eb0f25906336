package io.github.ecsdiscovery.generator.rule.permission;

import io.github.ecsdiscovery.generator.diagnostic.Finding;
import io.github.ecsdiscovery.generator.diagnostic.Path;
import io.github.ecsdiscovery.generator.diagnostic.ProblemKind;
import io.github.ecsdiscovery.generator.model.permission.Statement;
import io.github.ecsdiscovery.generator.rule.StatementRule;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * Checks that each action of a policy has the form {@code service:Action}.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_action.html">Action</a>
 */
final class ActionNames implements StatementRule {
    private static final ProblemKind ACTION_FORM = ProblemKind.error(
                    "action-form", "An action of a policy does not have the form `service:Action`.")
            .otherwise(
                    "IAM rejects the policy. An action needs the prefix of its service, and the prefix must not contain"
                            + " wildcards.")
            .source("https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_action.html");

    private static final Pattern ACTION = Pattern.compile("\\*|[A-Za-z0-9-]+:[A-Za-z0-9*?]+");

    @Override
    public List<ProblemKind> kinds() {
        return List.of(ACTION_FORM);
    }

    @Override
    public void check(Statement statement, Path path, Consumer<Finding> out) {
        StatementRule.forEachText(statement.action(), path.with("Action"), (action, at) -> check(action, at, out));
        StatementRule.forEachText(
                statement.notAction(), path.with("NotAction"), (action, at) -> check(action, at, out));
    }

    private static void check(String action, Path path, Consumer<Finding> out) {
        if (!ACTION.matcher(action).matches()) {
            out.accept(Finding.of(ACTION_FORM, path, "`" + action + "` is not an action; expected `service:Action`")
                    .hint("write an action such as `s3:GetObject` or `s3:Get*`"));
        }
    }
}
