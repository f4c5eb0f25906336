package io.github.ecsdiscovery.generator.rule.service;

import io.github.ecsdiscovery.generator.diagnostic.Finding;
import io.github.ecsdiscovery.generator.diagnostic.Path;
import io.github.ecsdiscovery.generator.diagnostic.ProblemKind;
import io.github.ecsdiscovery.generator.model.deployment.Alarms;
import io.github.ecsdiscovery.generator.model.discovery.Discovery;
import io.github.ecsdiscovery.generator.model.loadbalancer.LoadBalancer;
import io.github.ecsdiscovery.generator.model.network.Egress;
import io.github.ecsdiscovery.generator.model.network.Vpc;
import io.github.ecsdiscovery.generator.model.permission.Policy;
import io.github.ecsdiscovery.generator.model.service.Service;
import io.github.ecsdiscovery.generator.rule.Rule;
import io.github.ecsdiscovery.generator.rule.RuleContext;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

/** Nothing stands twice in a list that AWS takes for a set. */
final class DistinctListEntries implements Rule {
    private static final ProblemKind DUPLICATE_ENTRY =
            ProblemKind.error("duplicate-entry", "Something stands twice in a list that AWS takes for a set.");

    @Override
    public List<ProblemKind> kinds() {
        return List.of(DUPLICATE_ENTRY);
    }

    @Override
    public void check(RuleContext subject, Consumer<Finding> out) {
        Vpc vpc = subject.config().network().vpc();
        if (vpc != null) {
            Path subnets = Path.of("network", "vpc", "subnets");
            check(subnets.with("public"), vpc.subnets().open(), id -> id, out);
            check(subnets.with("private"), vpc.subnets().closed(), id -> id, out);
        }
        check(
                Path.of("network", "endpoints"),
                subject.config().network().endpoints().entries(),
                entry -> entry,
                out);
        LoadBalancer balancer = subject.config().ownLoadBalancer();
        if (balancer != null && balancer.ingress() != null) {
            check(Path.of("loadBalancer", "ingress"), balancer.ingress(), Object::toString, out);
        }
        subject.config().services().forEach((name, service) -> check(Path.of("services", name), service, out));
    }

    private static void check(Path path, Service service, Consumer<Finding> out) {
        check(path.with("ingress"), service.ingress(), Object::toString, out);
        check(path.with("egress"), service.egress(), DistinctListEntries::spoken, out);
        check(path.with("policies"), service.policies(), DistinctListEntries::spoken, out);
        Alarms alarms = service.deployment().alarms();
        if (alarms != null) {
            check(path.with("deployment", "alarms", "names"), alarms.names(), name -> name, out);
            check(path.with("deployment", "alarms", "actions"), alarms.actions(), arn -> arn, out);
        }
        Discovery discovery = service.discovery();
        if (discovery != null) {
            check(path.with("discovery", "records"), discovery.records(), Object::toString, out);
        }
    }

    /** A security group does not tell http from tcp. */
    private static String spoken(Egress egress) {
        return egress.to() + " " + egress.port().number() + "/"
                + egress.port().protocol().transport();
    }

    private static String spoken(Policy policy) {
        return policy instanceof Policy.Managed managed ? managed.arn() : policy.toString();
    }

    private static <T> void check(Path path, List<T> entries, Function<T, String> spoken, Consumer<Finding> out) {
        Map<String, Integer> known = new HashMap<>();
        for (int i = 0; i < entries.size(); i++) {
            String entry = spoken.apply(entries.get(i));
            if (known.putIfAbsent(entry, i) != null) {
                boolean statement = entries.get(i) instanceof Policy.Inline;
                String what = statement ? "the same statement" : "`" + entry + "`";
                out.accept(Finding.of(DUPLICATE_ENTRY, path.with(i), path.spoken() + " has " + what + " twice")
                        .hint("leave one of them out"));
            }
        }
    }
}
