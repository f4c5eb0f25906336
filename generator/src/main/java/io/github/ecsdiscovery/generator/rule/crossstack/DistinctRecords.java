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

/** No two stacks make a name in one hosted zone, which has each once: whoever deploys the second is refused. */
final class DistinctRecords implements CrossStackRule {
    private static final ProblemKind SAME_DOMAIN =
            ProblemKind.error("same-domain", "Two stacks make the same name in one hosted zone, which has it once.");

    private static final Path DOMAIN = Path.of("loadBalancer", "domain");
    private static final Path ZONE = Path.of("loadBalancer", "hostedZone");

    @Override
    public List<ProblemKind> kinds() {
        return List.of(SAME_DOMAIN);
    }

    @Override
    public void check(StackSet neighbours, Consumer<CrossStackFinding> out) {
        Map<String, StackUnderCheck> holders = new HashMap<>();
        for (StackUnderCheck one : neighbours.beside()) {
            LoadBalancer own = one.config().ownLoadBalancer();
            String zone = own == null ? null : own.hostedZone();
            String domain = own == null ? null : own.domain();
            if (zone == null || domain == null) {
                continue;
            }
            CrossStackFinding clash = null;
            for (String host : hosts(one, domain)) {
                StackUnderCheck other = holders.putIfAbsent(zone + " " + host, one);
                clash = clash == null && other != null ? clash(one, other, host, zone) : clash;
            }
            if (clash != null) {
                out.accept(clash);
            }
        }
    }

    /** All names that lead to the load balancer. */
    private static SortedSet<String> hosts(StackUnderCheck one, String domain) {
        SortedSet<String> hosts = new TreeSet<>();
        one.config().services().values().stream()
                .map(Service::front)
                .filter(Objects::nonNull)
                .filter(front -> front.host() != null)
                .forEach(front -> hosts.add(Objects.requireNonNull(front.host())));
        hosts.add(domain);
        return hosts;
    }

    private static CrossStackFinding clash(StackUnderCheck one, StackUnderCheck other, String host, String zone) {
        String message = "`" + one.stack() + "` and `" + other.stack() + "` both make the name `" + host + "` in `"
                + zone + "`, which has it once";
        return CrossStackFinding.of(one, SAME_DOMAIN, DOMAIN, message)
                .hint("write another `domain`, such as `" + one.word() + "." + host + "`, or another `hostedZone`")
                .also(ZONE)
                .restingOn(other, DOMAIN, ZONE);
    }
}
