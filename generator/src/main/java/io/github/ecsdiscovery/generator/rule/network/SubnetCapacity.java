package io.github.ecsdiscovery.generator.rule.network;

import io.github.ecsdiscovery.generator.diagnostic.Finding;
import io.github.ecsdiscovery.generator.diagnostic.Path;
import io.github.ecsdiscovery.generator.diagnostic.ProblemId;
import io.github.ecsdiscovery.generator.model.loadbalancer.LoadBalancer;
import io.github.ecsdiscovery.generator.model.loadbalancer.Scheme;
import io.github.ecsdiscovery.generator.model.network.Cidr;
import io.github.ecsdiscovery.generator.model.service.Service;
import io.github.ecsdiscovery.generator.rule.Rule;
import io.github.ecsdiscovery.generator.rule.RuleContext;
import io.github.ecsdiscovery.generator.rule.TaskCounts;
import io.github.ecsdiscovery.generator.rule.TextList;
import io.github.ecsdiscovery.generator.stack.network.NetworkResources;
import java.util.Collection;
import java.util.function.Consumer;

/** Every task finds an address in the subnets. */
public final class SubnetCapacity implements Rule {
    /** What AWS keeps of each subnet for itself. */
    private static final int RESERVED = 5;

    /** What a load balancer wants to find free in each of its subnets. */
    private static final int OF_BALANCER = 8;

    @Override
    public void check(RuleContext subject, Consumer<Finding> out) {
        NetworkResources network = subject.stack().network();
        if (network == null || !VpcSize.fits(subject.config().network().cidr())) {
            return;
        }
        long kept = RESERVED + keptOfOthers(subject, network);
        long addresses = network.taskSubnets().stream()
                .mapToLong(subnet -> Cidr.of(subnet.cidr()).size() - kept)
                .sum();
        Collection<Service> services = subject.config().services().values();
        long resting =
                services.stream().mapToLong(service -> service.count().most()).sum();
        long deploying = services.stream().mapToLong(TaskCounts::most).sum();
        String subnets = TextList.count(network.taskSubnets().size(), "subnet");
        Path path = Path.of("network", "cidr");
        if (resting > addresses) {
            String message = "all services have " + TextList.count(resting, "task") + ", and " + subnets + " have "
                    + TextList.number(addresses) + " addresses for them";
            out.accept(Finding.of(ProblemId.TOO_FEW_ADDRESSES, path, message)
                    .hint("write a larger network, up to /16, or more `network.zones`")
                    .also(Path.of("network", "zones")));
        } else if (deploying > addresses) {
            String message =
                    "all services may have " + TextList.count(deploying, "task") + " while they are deployed, and "
                            + subnets + " have " + TextList.number(addresses) + " addresses for them";
            out.accept(Finding.of(ProblemId.TIGHT_ADDRESSES, path, message)
                    .hint("write a larger network, up to /16, or more `network.zones`, or deploy them one by one")
                    .also(Path.of("network", "zones")));
        }
    }

    /** What endpoints take of each subnet, and a load balancer where it stands among the tasks. */
    private static long keptOfOthers(RuleContext subject, NetworkResources network) {
        long endpoints = network.endpoints().all().stream()
                .filter(endpoint -> !endpoint.isGateway())
                .count();
        LoadBalancer balancer = subject.config().ownLoadBalancer();
        boolean among = balancer != null
                && (balancer.scheme() == Scheme.INTERNAL
                        || network.privateNetwork().subnets().isEmpty());
        return endpoints + (among ? OF_BALANCER : 0);
    }
}
