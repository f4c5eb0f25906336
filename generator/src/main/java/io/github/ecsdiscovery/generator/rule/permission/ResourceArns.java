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

/**
 * Checks that each resource of a policy is an ARN or {@code *}.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html">Resource</a>
 */
final class ResourceArns implements StatementRule {
    private static final ProblemKind RESOURCE_FORM = ProblemKind.error(
                    "resource-form", "A resource of a policy is neither an ARN nor `*`.")
            .otherwise("IAM rejects the policy. A `${AWS::…}` that CloudFormation does not know is one of the causes.")
            .source("https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html");

    private static final Pattern ARN = Pattern.compile(
            "\\*|arn:aws[a-z-]*:[A-Za-z0-9*?-]+:[A-Za-z0-9*?-]*:([0-9]{12}|[0-9*?]*|aws):.+", Pattern.DOTALL);

    @Override
    public List<ProblemKind> kinds() {
        return List.of(RESOURCE_FORM);
    }

    @Override
    public void check(Statement statement, Path path, Consumer<Finding> out) {
        StatementRule.forEachText(
                statement.resource(), path.with("Resource"), (resource, at) -> check(resource, at, out));
        StatementRule.forEachText(
                statement.notResource(), path.with("NotResource"), (resource, at) -> check(resource, at, out));
    }

    private static void check(String resource, Path path, Consumer<Finding> out) {
        if (!ARN.matcher(ResolvedText.shortest(resource)).matches()) {
            out.accept(Finding.of(RESOURCE_FORM, path, "`" + resource + "` is not an ARN; expected an ARN or `*`")
                    .hint("write an ARN such as `arn:${AWS::Partition}:s3:::acme-orders/*`"));
        }
    }
}
