package io.github.ecsdiscovery.generator.rule.service;

import io.github.ecsdiscovery.generator.diagnostic.Finding;
import io.github.ecsdiscovery.generator.diagnostic.Path;
import io.github.ecsdiscovery.generator.diagnostic.ProblemKind;
import io.github.ecsdiscovery.generator.model.loadbalancer.LoadBalancer;
import io.github.ecsdiscovery.generator.model.network.Egress;
import io.github.ecsdiscovery.generator.model.network.Source;
import io.github.ecsdiscovery.generator.rule.RuleContext;
import io.github.ecsdiscovery.generator.rule.ServiceContext;
import io.github.ecsdiscovery.generator.rule.ServiceRule;
import java.util.List;
import java.util.function.Consumer;

/** A security group that exists is in a VPC that the stack's own can refer to. */
final class ExistingGroupInOwnVpc implements ServiceRule {
    private static final ProblemKind FOREIGN_GROUP = ProblemKind.warning(
            "foreign-group", "A security group that exists cannot be in the VPC that the stack makes.");

    @Override
    public List<ProblemKind> kinds() {
        return List.of(FOREIGN_GROUP);
    }

    @Override
    public void check(RuleContext subject, Consumer<Finding> out) {
        LoadBalancer balancer = subject.config().ownLoadBalancer();
        List<Source> from = balancer == null || balancer.ingress() == null ? List.of() : balancer.ingress();
        for (int i = 0; subject.stack().network() != null && i < from.size(); i++) {
            check(from.get(i), Path.of("loadBalancer", "ingress").with(i), out);
        }
        ServiceRule.super.check(subject, out);
    }

    @Override
    public void check(ServiceContext one, Consumer<Finding> out) {
        if (one.context().stack().network() == null) {
            return;
        }
        List<Source> ingress = one.service().ingress();
        for (int i = 0; i < ingress.size(); i++) {
            check(ingress.get(i), one.path("ingress").with(i), out);
        }
        List<Egress> egress = one.service().egress();
        for (int i = 0; i < egress.size(); i++) {
            check(egress.get(i).to(), one.path("egress").with(i).with("to"), out);
        }
    }

    private static void check(Source source, Path path, Consumer<Finding> out) {
        if (source instanceof Source.Group group) {
            String message = "`" + group.id() + "` is in another VPC than the one that the stack makes, which knows no"
                    + " groups of others until they are peered";
            out.accept(Finding.of(FOREIGN_GROUP, path, message)
                    .hint("name that VPC as `network.vpc`, or write a network instead")
                    .also(Path.of("network", "vpc")));
        }
    }
}
