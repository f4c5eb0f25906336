package io.github.ecsdiscovery.generator.rule.template;

import io.github.ecsdiscovery.generator.diagnostic.Finding;
import io.github.ecsdiscovery.generator.diagnostic.Path;
import io.github.ecsdiscovery.generator.diagnostic.ProblemKind;
import io.github.ecsdiscovery.generator.rule.Rule;
import io.github.ecsdiscovery.generator.rule.RuleContext;
import java.util.List;
import java.util.function.Consumer;

/**
 * Checks that the stack has a resource. CloudFormation rejects a template without resources.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/resources-section-structure.html">Resources</a>
 */
final class NonEmptyStack implements Rule {
    private static final ProblemKind NOTHING_TO_MAKE = ProblemKind.error(
                    "nothing-to-make", "The stack has no resource.")
            .otherwise("CloudFormation rejects a template without resources.")
            .source("https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/resources-section-structure.html");

    @Override
    public List<ProblemKind> kinds() {
        return List.of(NOTHING_TO_MAKE);
    }

    @Override
    public void check(RuleContext context, Consumer<Finding> out) {
        if (context.stack().resources() == 0) {
            String owner = context.config().platform() == null
                    ? "the VPC, the namespace and the cluster already exist"
                    : "the platform creates the VPC, the namespace and the cluster";
            String message = "the stack has no resources: " + owner + ", and `services` is empty";
            out.accept(Finding.of(NOTHING_TO_MAKE, Path.of("services"), message)
                    .atKey()
                    .hint("add a service"));
        }
    }
}
