package io.github.ecsdiscovery.generator.rule.permission;

import io.github.ecsdiscovery.generator.diagnostic.Finding;
import io.github.ecsdiscovery.generator.diagnostic.Path;
import io.github.ecsdiscovery.generator.diagnostic.ProblemKind;
import io.github.ecsdiscovery.generator.model.permission.Statement;
import io.github.ecsdiscovery.generator.rule.StatementRule;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** An action is a service and what is done there. */
final class ActionNames implements StatementRule {
    private static final ProblemKind ACTION_FORM =
            ProblemKind.error("action-form", "An action is not a service and a name.");

    private static final Pattern ACTION = Pattern.compile("\\*|[A-Za-z0-9-]+:[A-Za-z0-9*?]+");

    @Override
    public List<ProblemKind> kinds() {
        return List.of(ACTION_FORM);
    }

    @Override
    public void check(Statement statement, Path path, Consumer<Finding> out) {
        StatementRule.forEachText(statement.action(), path.with("Action"), (text, at) -> check(text, at, out));
        StatementRule.forEachText(statement.notAction(), path.with("NotAction"), (text, at) -> check(text, at, out));
    }

    private static void check(String action, Path path, Consumer<Finding> out) {
        if (!ACTION.matcher(action).matches()) {
            out.accept(Finding.of(ACTION_FORM, path, "`" + action + "` is no action that IAM takes")
                    .hint("expected a service and an action, such as `s3:GetObject` or `s3:Get*`"));
        }
    }
}
