package io.github.ecsdiscovery.generator.rule.loadbalancer;

import io.github.ecsdiscovery.generator.diagnostic.Finding;
import io.github.ecsdiscovery.generator.diagnostic.Path;
import io.github.ecsdiscovery.generator.diagnostic.ProblemId;
import io.github.ecsdiscovery.generator.model.loadbalancer.Scheme;
import io.github.ecsdiscovery.generator.model.network.Cidr;
import io.github.ecsdiscovery.generator.model.network.Placement;
import io.github.ecsdiscovery.generator.rule.Rule;
import io.github.ecsdiscovery.generator.rule.RuleContext;
import io.github.ecsdiscovery.generator.rule.network.VpcSize;
import io.github.ecsdiscovery.generator.stack.loadbalancer.LoadBalancerResources;
import io.github.ecsdiscovery.generator.stack.network.NetworkResources;
import java.util.Objects;
import java.util.function.Consumer;

/** The load balancer stands in two zones at least. */
public final class LoadBalancerSubnets implements Rule {
    private static final int FEWEST = 2;
    private static final int ROOM = 32;

    @Override
    public void check(RuleContext subject, Consumer<Finding> out) {
        LoadBalancerResources balancer = subject.stack().loadBalancer();
        if (balancer == null) {
            return;
        }
        if (balancer.subnets().size() >= FEWEST) {
            roomy(subject, out);
            return;
        }
        boolean existing = subject.config().network().vpc() != null;
        boolean open = Objects.requireNonNull(subject.config().loadBalancer()).scheme() == Scheme.INTERNET_FACING;
        Placement kind = open ? Placement.PUBLIC : subject.config().network().placement();
        Path path = existing ? Path.of("network", "vpc", "subnets").with(kind.toString()) : Path.of("network", "zones");
        String message = "a load balancer stands in two zones at least, and there "
                + (balancer.subnets().isEmpty() ? "is no " + kind + " subnet" : "is one " + kind + " subnet");
        out.accept(Finding.of(ProblemId.LOAD_BALANCER_SUBNETS, path, message)
                .hint(existing ? "name subnets of two zones" : "write `zones: 2` or more")
                .also(Path.of("network", "vpc"), Path.of("loadBalancer", "scheme")));
    }

    /** Public subnets of the stack's own are a part of a part of the VPC. */
    private static void roomy(RuleContext subject, Consumer<Finding> out) {
        NetworkResources network = subject.stack().network();
        boolean open = subject.config().hasOpenLoadBalancer();
        if (network == null || !(open || network.privateNetwork().subnets().isEmpty())) {
            return;
        }
        Cidr cidr = subject.config().network().cidr();
        long addresses = cidr.sixteenth(0).sixteenth(1).size();
        if (addresses < ROOM && VpcSize.fits(cidr)) {
            String message = "the load balancer stands in subnets of " + addresses + " addresses, and AWS asks for "
                    + ROOM + ", so that it can grow";
            out.accept(Finding.of(ProblemId.SMALL_BALANCER_SUBNETS, Path.of("network", "cidr"), message)
                    .hint("write a network from /16 to /19")
                    .also(Path.of("loadBalancer", "scheme")));
        }
    }
}
