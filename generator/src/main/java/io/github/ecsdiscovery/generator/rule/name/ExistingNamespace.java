package io.github.ecsdiscovery.generator.rule.name;

import io.github.ecsdiscovery.generator.diagnostic.Finding;
import io.github.ecsdiscovery.generator.diagnostic.Path;
import io.github.ecsdiscovery.generator.diagnostic.ProblemKind;
import io.github.ecsdiscovery.generator.model.Config;
import io.github.ecsdiscovery.generator.rule.Rule;
import io.github.ecsdiscovery.generator.rule.RuleContext;
import java.util.List;
import java.util.function.Consumer;

/**
 * Checks that an existing namespace is configured with its name and with the VPC that it belongs to. Its hosted zone answers only
 * in that VPC.
 */
final class ExistingNamespace implements Rule {
    private static final ProblemKind EXISTING_NAMESPACE = ProblemKind.error(
                    "existing-namespace", "`namespace.id` also needs `namespace.name` and `network.vpc`.")
            .otherwise(
                    "The hosted zone of the existing namespace belongs to another VPC than the one that the stack creates,"
                            + " so no name resolves.")
            .source("https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/hosted-zones-private.html");

    private static final Path ID = Path.of("namespace", "id");

    @Override
    public List<ProblemKind> kinds() {
        return List.of(EXISTING_NAMESPACE);
    }

    @Override
    public void check(RuleContext context, Consumer<Finding> out) {
        Config config = context.config();
        String id = config.namespace().id();
        if (id == null || config.platform() != null) {
            return;
        }
        if (config.namespace().name() == null) {
            String message = "the namespace `" + id + "` has no `name`, which is the end of each service's DNS name";
            out.accept(Finding.of(EXISTING_NAMESPACE, ID, message)
                    .hint("add its domain: `name: corp.internal`")
                    .also(Path.of("namespace", "name")));
        }
        if (config.network().vpc() == null) {
            String message = "the namespace `" + id + "` belongs to an existing VPC, but this stack creates a VPC";
            out.accept(Finding.of(EXISTING_NAMESPACE, ID, message)
                    .hint("add the existing VPC as `network.vpc`, or remove `id`")
                    .also(Path.of("network", "vpc")));
        }
    }
}
