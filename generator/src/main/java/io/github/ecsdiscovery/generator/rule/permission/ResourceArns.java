package io.github.ecsdiscovery.generator.rule.permission;

import io.github.ecsdiscovery.generator.diagnostic.Finding;
import io.github.ecsdiscovery.generator.diagnostic.Path;
import io.github.ecsdiscovery.generator.diagnostic.ProblemKind;
import io.github.ecsdiscovery.generator.model.permission.Statement;
import io.github.ecsdiscovery.generator.rule.ResolvedText;
import io.github.ecsdiscovery.generator.rule.StatementRule;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** A resource of a statement is an ARN, or all of them. */
final class ResourceArns implements StatementRule {
    private static final ProblemKind RESOURCE_FORM =
            ProblemKind.error("resource-form", "A resource of a statement is neither an ARN nor `*`.");

    private static final Pattern ARN = Pattern.compile(
            "\\*|arn:aws[a-z-]*:[A-Za-z0-9*?-]+:[A-Za-z0-9*?-]*:([0-9]{12}|[0-9*?]*|aws):.+", Pattern.DOTALL);

    @Override
    public List<ProblemKind> kinds() {
        return List.of(RESOURCE_FORM);
    }

    @Override
    public void check(Statement statement, Path path, Consumer<Finding> out) {
        StatementRule.forEachText(statement.resource(), path.with("Resource"), (text, at) -> check(text, at, out));
        StatementRule.forEachText(
                statement.notResource(), path.with("NotResource"), (text, at) -> check(text, at, out));
    }

    private static void check(String resource, Path path, Consumer<Finding> out) {
        if (!ARN.matcher(ResolvedText.shortest(resource)).matches()) {
            out.accept(Finding.of(RESOURCE_FORM, path, "`" + resource + "` is no ARN")
                    .hint("expected `*`, or an ARN such as `arn:${AWS::Partition}:s3:::acme-orders/*`"));
        }
    }
}
