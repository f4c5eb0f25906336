package io.github.ecsdiscovery.generator.rule.service;

import io.github.ecsdiscovery.generator.diagnostic.Finding;
import io.github.ecsdiscovery.generator.diagnostic.Path;
import io.github.ecsdiscovery.generator.diagnostic.ProblemKind;
import io.github.ecsdiscovery.generator.model.deployment.Alarms;
import io.github.ecsdiscovery.generator.model.discovery.Discovery;
import io.github.ecsdiscovery.generator.model.loadbalancer.LoadBalancer;
import io.github.ecsdiscovery.generator.model.network.Egress;
import io.github.ecsdiscovery.generator.model.network.Network;
import io.github.ecsdiscovery.generator.model.network.Vpc;
import io.github.ecsdiscovery.generator.model.permission.Policy;
import io.github.ecsdiscovery.generator.model.service.Service;
import io.github.ecsdiscovery.generator.rule.Rule;
import io.github.ecsdiscovery.generator.rule.RuleContext;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/** Checks that no list that AWS treats as a set has an entry twice, such as subnets, security group rules and policies. */
final class DistinctListEntries implements Rule {
    private static final ProblemKind DUPLICATE_ENTRY = ProblemKind.error(
                    "duplicate-entry", "A list that AWS treats as a set has an entry twice.")
            .otherwise(
                    "AWS rejects the second entry: for example the same subnet of a service, or the same rule of a security"
                            + " group. EC2 does not distinguish http from tcp.")
            .source("https://github.com/aws-cloudformation/cloudformation-coverage-roadmap/issues/1532");

    @Override
    public List<ProblemKind> kinds() {
        return List.of(DUPLICATE_ENTRY);
    }

    @Override
    public void check(RuleContext context, Consumer<Finding> out) {
        Network network = context.config().network();
        Vpc vpc = network.vpc();
        if (vpc != null) {
            Path subnets = Path.of("network", "vpc", "subnets");
            check(subnets.with("public"), vpc.subnets().publicIds(), id -> id, out);
            check(subnets.with("private"), vpc.subnets().privateIds(), id -> id, out);
        }
        check(Path.of("network", "endpoints"), network.endpoints().entries(), entry -> entry, out);
        LoadBalancer loadBalancer = context.config().ownLoadBalancer();
        if (loadBalancer != null && loadBalancer.ingress() != null) {
            check(Path.of("loadBalancer", "ingress"), loadBalancer.ingress(), Object::toString, out);
        }
        context.config().services().forEach((name, service) -> check(Path.of("services", name), service, out));
    }

    private static void check(Path path, Service service, Consumer<Finding> out) {
        check(path.with("ingress"), service.ingress(), Object::toString, out);
        check(path.with("egress"), service.egress(), DistinctListEntries::text, out);
        check(path.with("policies"), service.policies(), DistinctListEntries::text, out);
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

    /** Returns the rule with its transport, because security groups do not distinguish http from tcp. */
    private static String text(Egress egress) {
        return egress.to() + " " + egress.port().number() + "/"
                + egress.port().protocol().transport();
    }

    private static String text(Policy policy) {
        return policy instanceof Policy.Managed managed ? managed.arn() : policy.toString();
    }

    private static <T> void check(Path path, List<T> entries, Function<T, String> text, Consumer<Finding> out) {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < entries.size(); i++) {
            String entry = text.apply(entries.get(i));
            if (!seen.add(entry)) {
                boolean isStatement = entries.get(i) instanceof Policy.Inline;
                String duplicate = isStatement ? "the same statement" : "`" + entry + "`";
                out.accept(Finding.of(DUPLICATE_ENTRY, path.with(i), path.spoken() + " has " + duplicate + " twice")
                        .hint("remove one of them"));
            }
        }
    }
}
