package io.github.ecsdiscovery.generator.rule;

import io.github.ecsdiscovery.generator.diagnostic.Finding;
import io.github.ecsdiscovery.generator.diagnostic.Path;
import io.github.ecsdiscovery.generator.diagnostic.ProblemId;
import io.github.ecsdiscovery.generator.model.Placement;
import io.github.ecsdiscovery.generator.model.Scheme;
import io.github.ecsdiscovery.generator.stack.Balancer;
import java.util.Objects;
import java.util.function.Consumer;

/** The load balancer stands in two zones at least. */
final class BalancerSubnets implements Rule {
    private static final int FEWEST = 2;

    @Override
    public void check(Subject subject, Consumer<Finding> out) {
        Balancer balancer = subject.stack().balancer();
        if (balancer == null || balancer.subnets().size() >= FEWEST) {
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
}
