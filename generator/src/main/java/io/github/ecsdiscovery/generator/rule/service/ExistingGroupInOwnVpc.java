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

/**
 * Checks that no existing security group is used with a VPC that the stack creates. An existing group is in another VPC, and rules
 * can refer to it only if the VPCs are peered.
 */
final class ExistingGroupInOwnVpc implements ServiceRule {
    private static final ProblemKind FOREIGN_GROUP = ProblemKind.warning(
                    "foreign-group", "An existing security group cannot be in the VPC that the stack creates.")
            .otherwise("EC2 rejects a rule that refers to a security group of another VPC, unless the VPCs are peered.")
            .source("https://docs.aws.amazon.com/vpc/latest/peering/vpc-peering-security-groups.html");

    @Override
    public List<ProblemKind> kinds() {
        return List.of(FOREIGN_GROUP);
    }

    @Override
    public void check(RuleContext context, Consumer<Finding> out) {
        if (context.stack().network() == null) {
            return;
        }
        LoadBalancer loadBalancer = context.config().ownLoadBalancer();
        if (loadBalancer != null && loadBalancer.ingress() != null) {
            List<Source> ingress = loadBalancer.ingress();
            for (int i = 0; i < ingress.size(); i++) {
                check(ingress.get(i), Path.of("loadBalancer", "ingress").with(i), out);
            }
        }
        ServiceRule.super.check(context, out);
    }

    @Override
    public void check(ServiceContext service, Consumer<Finding> out) {
        List<Source> ingress = service.service().ingress();
        for (int i = 0; i < ingress.size(); i++) {
            check(ingress.get(i), service.path("ingress").with(i), out);
        }
        List<Egress> egress = service.service().egress();
        for (int i = 0; i < egress.size(); i++) {
            check(egress.get(i).to(), service.path("egress").with(i).with("to"), out);
        }
    }

    private static void check(Source source, Path path, Consumer<Finding> out) {
        if (source instanceof Source.Group group) {
            String message = "`" + group.id() + "` is in another VPC than the one that this stack creates;"
                    + " rules can refer to it only if the VPCs are peered";
            out.accept(Finding.of(FOREIGN_GROUP, path, message)
                    .hint("set `network.vpc` to the VPC of the group, or write a CIDR block instead")
                    .also(Path.of("network", "vpc")));
        }
    }
}
