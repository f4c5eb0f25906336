package io.github.ecsdiscovery.generator.rule.permission;

import io.github.ecsdiscovery.generator.diagnostic.Finding;
import io.github.ecsdiscovery.generator.diagnostic.Path;
import io.github.ecsdiscovery.generator.diagnostic.ProblemKind;
import io.github.ecsdiscovery.generator.model.permission.Statement;
import io.github.ecsdiscovery.generator.rule.StatementRule;
import java.util.List;
import java.util.function.Consumer;

/** A statement says once what it is about, and once which ARNs it is about. */
final class CompleteStatements implements StatementRule {
    private static final ProblemKind STATEMENT_FORM = ProblemKind.error(
            "statement-form",
            "A statement needs one of `Action` and `NotAction`, and one of `Resource` and `NotResource`.");

    @Override
    public List<ProblemKind> kinds() {
        return List.of(STATEMENT_FORM);
    }

    @Override
    public void check(Statement statement, Path path, Consumer<Finding> out) {
        check(path, "Action", statement.action() != null, statement.notAction() != null, out);
        check(path, "Resource", statement.resource() != null, statement.notResource() != null, out);
    }

    private static void check(Path path, String key, boolean said, boolean excluded, Consumer<Finding> out) {
        if (said == excluded) {
            String message = said
                    ? path.spoken() + " has `" + key + "` and `Not" + key + "`, of which IAM takes one"
                    : path.spoken() + " has no `" + key + "`";
            String example = key.equals("Action")
                    ? "what it allows, such as `Action: s3:GetObject`"
                    : "the ARNs that it is about as `Resource`";
            out.accept(Finding.of(STATEMENT_FORM, path, message)
                    .hint(said ? "leave one of them out" : "add " + example)
                    .also(path.with(key), path.with("Not" + key)));
        }
    }
}
