package io.github.ecsdiscovery.generator.rule.permission;

import io.github.ecsdiscovery.generator.diagnostic.Finding;
import io.github.ecsdiscovery.generator.diagnostic.Path;
import io.github.ecsdiscovery.generator.diagnostic.ProblemKind;
import io.github.ecsdiscovery.generator.model.permission.Statement;
import io.github.ecsdiscovery.generator.rule.StatementRule;
import java.util.List;
import java.util.function.Consumer;

/**
 * Checks that a statement has exactly one of {@code Action} and {@code NotAction}, and exactly one of {@code Resource} and
 * {@code NotResource}. IAM rejects other statements.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html">Policy grammar</a>
 */
final class CompleteStatements implements StatementRule {
    private static final ProblemKind STATEMENT_FORM = ProblemKind.error(
                    "statement-form",
                    "A statement needs one of `Action` and `NotAction`, and one of `Resource` and `NotResource`.")
            .otherwise("IAM rejects a policy whose statement has both or neither of a pair.")
            .source("https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html");

    @Override
    public List<ProblemKind> kinds() {
        return List.of(STATEMENT_FORM);
    }

    @Override
    public void check(Statement statement, Path path, Consumer<Finding> out) {
        check(path, "Action", statement.action() != null, statement.notAction() != null, out);
        check(path, "Resource", statement.resource() != null, statement.notResource() != null, out);
    }

    private static void check(Path path, String key, boolean hasKey, boolean hasNotKey, Consumer<Finding> out) {
        if (hasKey == hasNotKey) {
            String message = hasKey
                    ? path.spoken() + " has both `" + key + "` and `Not" + key + "`; only one is allowed"
                    : path.spoken() + " has no `" + key + "`";
            String example = key.equals("Action")
                    ? "the actions to allow, such as `Action: s3:GetObject`"
                    : "the ARNs to allow, such as `Resource: arn:${AWS::Partition}:s3:::acme-orders/*`";
            out.accept(Finding.of(STATEMENT_FORM, path, message)
                    .hint(hasKey ? "remove one of them" : "add " + example)
                    .also(path.with(key), path.with("Not" + key)));
        }
    }
}
