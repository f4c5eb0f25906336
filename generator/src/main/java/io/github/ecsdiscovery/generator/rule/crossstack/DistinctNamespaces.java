package io.github.ecsdiscovery.generator.rule.crossstack;

import io.github.ecsdiscovery.generator.diagnostic.Path;
import io.github.ecsdiscovery.generator.diagnostic.ProblemKind;
import io.github.ecsdiscovery.generator.model.network.Vpc;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Checks that no two stacks create a namespace of the same name in one VPC. Cloud Map rejects the second one.
 *
 * @see <a href="https://docs.aws.amazon.com/cloud-map/latest/api/API_CreatePrivateDnsNamespace.html">CreatePrivateDnsNamespace</a>
 */
final class DistinctNamespaces implements CrossStackRule {
    private static final ProblemKind SAME_NAMESPACE = ProblemKind.error(
                    "same-namespace", "Two stacks create a namespace of the same name in one VPC.")
            .otherwise(
                    "The deployment of the second stack fails with `ConflictingDomainExists`. This check compares the"
                            + " environments of a config, and configs that are checked together. It does not know other namespaces"
                            + " in the VPC. `namespace.id` uses an existing one.")
            .source("https://github.com/docker-archive/ecs-plugin/issues/186");

    private static final Path NAMESPACE = Path.of("namespace");
    private static final Path VPC = Path.of("network", "vpc", "id");

    @Override
    public List<ProblemKind> kinds() {
        return List.of(SAME_NAMESPACE);
    }

    @Override
    public void check(StackSet stacks, Consumer<CrossStackFinding> out) {
        Map<String, StackUnderCheck> owners = new HashMap<>();
        for (StackUnderCheck stack : stacks.deployedTogether()) {
            Vpc vpc = stack.config().network().vpc();
            String domain = stack.config().domain();
            if (vpc == null || domain == null || stack.config().namespace().id() != null) {
                continue;
            }
            StackUnderCheck owner = owners.putIfAbsent(vpc.id() + " " + domain, stack);
            if (owner != null) {
                out.accept(finding(stack, owner, domain, vpc.id()));
            }
        }
    }

    private static CrossStackFinding finding(StackUnderCheck stack, StackUnderCheck other, String domain, String vpc) {
        String message = "`" + stack.name() + "` and `" + other.name() + "` both create the namespace `" + domain
                + "` in `" + vpc + "`";
        return CrossStackFinding.of(stack, SAME_NAMESPACE, NAMESPACE.with("name"), message)
                .orAt(VPC)
                .hint("write another name, such as `namespace: {name: " + stack.shortName() + "." + domain + "}`")
                .also(NAMESPACE, VPC)
                .dependingOn(other, NAMESPACE, VPC);
    }
}
