package io.github.ecsdiscovery.generator.rule.crossstack;

import io.github.ecsdiscovery.generator.diagnostic.Path;
import io.github.ecsdiscovery.generator.diagnostic.ProblemKind;
import io.github.ecsdiscovery.generator.model.loadbalancer.LoadBalancer;
import io.github.ecsdiscovery.generator.model.service.Service;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * Checks that no two stacks create the same name in one hosted zone. Route 53 rejects the second record.
 *
 * @see <a href="https://docs.aws.amazon.com/Route53/latest/APIReference/API_ChangeResourceRecordSets.html">
 *     ChangeResourceRecordSets</a>
 */
final class DistinctRecords implements CrossStackRule {
    private static final ProblemKind SAME_DOMAIN = ProblemKind.error(
                    "same-domain", "Two stacks create the same DNS name in one hosted zone.")
            .otherwise(
                    "The deployment of the second stack fails because Route 53 rejects a record that exists. This check"
                            + " compares the environments of a config, and configs that are checked together.");

    private static final Path DOMAIN = Path.of("loadBalancer", "domain");
    private static final Path ZONE = Path.of("loadBalancer", "hostedZone");

    @Override
    public List<ProblemKind> kinds() {
        return List.of(SAME_DOMAIN);
    }

    @Override
    public void check(StackSet stacks, Consumer<CrossStackFinding> out) {
        Map<String, StackUnderCheck> owners = new HashMap<>();
        for (StackUnderCheck stack : stacks.deployedTogether()) {
            LoadBalancer loadBalancer = stack.config().ownLoadBalancer();
            String zone = loadBalancer == null ? null : loadBalancer.hostedZone();
            String domain = loadBalancer == null ? null : loadBalancer.domain();
            if (zone == null || domain == null) {
                continue;
            }
            CrossStackFinding finding = null;
            for (String host : hosts(stack, domain)) {
                StackUnderCheck owner = owners.putIfAbsent(zone + " " + host, stack);
                finding = finding == null && owner != null ? finding(stack, owner, host, zone) : finding;
            }
            if (finding != null) {
                out.accept(finding);
            }
        }
    }

    /** Returns all names that lead to the load balancer of a stack. */
    private static SortedSet<String> hosts(StackUnderCheck stack, String domain) {
        SortedSet<String> hosts = new TreeSet<>();
        stack.config().services().values().stream()
                .map(Service::enabledHttp)
                .filter(Objects::nonNull)
                .filter(http -> http.host() != null)
                .forEach(http -> hosts.add(Objects.requireNonNull(http.host())));
        hosts.add(domain);
        return hosts;
    }

    private static CrossStackFinding finding(StackUnderCheck stack, StackUnderCheck other, String host, String zone) {
        String message = "`" + stack.name() + "` and `" + other.name() + "` both create the name `" + host
                + "` in the hosted zone `" + zone + "`";
        return CrossStackFinding.of(stack, SAME_DOMAIN, DOMAIN, message)
                .hint("write another `domain`, such as `" + stack.shortName() + "." + host
                        + "`, or another `hostedZone`")
                .also(ZONE)
                .dependingOn(other, DOMAIN, ZONE);
    }
}
