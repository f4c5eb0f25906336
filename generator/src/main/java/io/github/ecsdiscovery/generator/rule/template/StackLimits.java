package io.github.ecsdiscovery.generator.rule.template;

import io.github.ecsdiscovery.generator.diagnostic.Finding;
import io.github.ecsdiscovery.generator.diagnostic.Path;
import io.github.ecsdiscovery.generator.diagnostic.ProblemKind;
import io.github.ecsdiscovery.generator.rule.Rule;
import io.github.ecsdiscovery.generator.rule.RuleContext;
import io.github.ecsdiscovery.generator.rule.TextList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Checks that the stack has at most 500 resources and 200 outputs, the limits of CloudFormation.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html">CloudFormation
 *     quotas</a>
 */
final class StackLimits implements Rule {
    private static final String QUOTAS =
            "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html";

    private static final ProblemKind RESOURCE_LIMIT = ProblemKind.error(
                    "resource-limit", "The stack has more than 500 resources.")
            .otherwise(
                    "CloudFormation rejects the template. Linters count the resources too, but do not say how to split"
                            + " the stack.")
            .source(QUOTAS)
            .asLimit();

    public static final ProblemKind OUTPUT_LIMIT = ProblemKind.error(
                    "output-limit", "The stack has more than 200 outputs.")
            .otherwise("CloudFormation rejects the template.")
            .source(QUOTAS)
            .asLimit();

    /** The most outputs of a template. */
    static final int MAX_OUTPUTS = 200;

    private static final int MAX_RESOURCES = 500;

    @Override
    public List<ProblemKind> kinds() {
        return List.of(RESOURCE_LIMIT, OUTPUT_LIMIT);
    }

    @Override
    public void check(RuleContext context, Consumer<Finding> out) {
        String platform = context.config().platform();
        String split = "move some services into another config with `platform: "
                + (platform == null ? context.config().name() : platform)
                + "`, and declare calls between the two under `peers`";
        boolean hasEdges = context.stack().services().stream()
                .anyMatch(service -> !service.security().callRules().isEmpty());
        String shared = hasEdges ? "; `network: {securityGroups: shared}` saves the resources for each call" : "";
        check(RESOURCE_LIMIT, context.stack().resources(), "resource", MAX_RESOURCES, split + shared, out);
        check(OUTPUT_LIMIT, context.stack().outputs().size(), "output", MAX_OUTPUTS, split, out);
    }

    private static void check(ProblemKind kind, int count, String noun, int limit, String hint, Consumer<Finding> out) {
        if (count > limit) {
            String message = "the stack has " + TextList.count(count, noun) + "; CloudFormation allows " + limit;
            out.accept(Finding.of(kind, Path.TOP, message).hint(hint));
        }
    }
}
