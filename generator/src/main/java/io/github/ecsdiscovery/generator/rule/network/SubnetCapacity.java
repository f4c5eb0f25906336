package io.github.ecsdiscovery.generator.rule.network;

import io.github.ecsdiscovery.generator.diagnostic.Finding;
import io.github.ecsdiscovery.generator.diagnostic.Path;
import io.github.ecsdiscovery.generator.diagnostic.ProblemKind;
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
import java.util.List;
import java.util.function.Consumer;

/**
 * Checks that the subnets have an address for each task, also while services are deployed. A task without a free address does not
 * start.
 */
final class SubnetCapacity implements Rule {
    private static final String NO_ADDRESS =
            "AWS accepts the template, but tasks fail to start when no address is free."
                    + " AWS reserves five addresses of each subnet.";

    private static final String SUBNET_SIZES =
            "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateSubnet.html";

    private static final ProblemKind TOO_FEW_ADDRESSES = ProblemKind.error(
                    "too-few-addresses", "The subnets have fewer addresses than the services have tasks.")
            .otherwise(NO_ADDRESS + " A load balancer also needs eight free addresses in each of its subnets.")
            .source(SUBNET_SIZES);

    private static final ProblemKind TIGHT_ADDRESSES = ProblemKind.warning(
                    "tight-addresses",
                    "The subnets have fewer addresses than tasks if all services are deployed at once.")
            .otherwise(NO_ADDRESS)
            .source(SUBNET_SIZES);

    /** The addresses that AWS reserves in each subnet. */
    private static final int RESERVED_BY_AWS = 5;

    /** The free addresses that a load balancer needs in each of its subnets. */
    private static final int FOR_LOAD_BALANCER = 8;

    @Override
    public List<ProblemKind> kinds() {
        return List.of(TOO_FEW_ADDRESSES, TIGHT_ADDRESSES);
    }

    @Override
    public void check(RuleContext context, Consumer<Finding> out) {
        NetworkResources network = context.stack().network();
        if (network == null || !VpcSize.isSupported(context.config().network().cidr())) {
            return;
        }
        long reserved = RESERVED_BY_AWS + reservedForOthers(context, network);
        long addresses = network.taskSubnets().stream()
                .mapToLong(subnet -> Cidr.of(subnet.cidr()).size() - reserved)
                .sum();
        Collection<Service> services = context.config().services().values();
        long tasks =
                services.stream().mapToLong(service -> service.count().max()).sum();
        long tasksDuringDeployment =
                services.stream().mapToLong(TaskCounts::maximumDuringDeployment).sum();
        String available = TextList.count(network.taskSubnets().size(), "subnet") + " with "
                + TextList.number(addresses) + " addresses for them";
        Path path = Path.of("network", "cidr");
        if (tasks > addresses) {
            String message = "the services run " + TextList.count(tasks, "task") + ", but there are only " + available;
            out.accept(Finding.of(TOO_FEW_ADDRESSES, path, message)
                    .hint("use a larger network, up to /16, or more `network.zones`")
                    .also(Path.of("network", "zones")));
        } else if (tasksDuringDeployment > addresses) {
            String message = "the services run up to " + TextList.count(tasksDuringDeployment, "task")
                    + " while all are deployed, but there are only " + available;
            out.accept(Finding.of(TIGHT_ADDRESSES, path, message)
                    .hint("use a larger network, up to /16, or more `network.zones`, or deploy services one by one")
                    .also(Path.of("network", "zones")));
        }
    }

    /** Returns the addresses that endpoints, and a load balancer in the same subnets, take of each subnet. */
    private static long reservedForOthers(RuleContext context, NetworkResources network) {
        long endpoints = network.endpoints().all().stream()
                .filter(endpoint -> !endpoint.isGateway())
                .count();
        LoadBalancer loadBalancer = context.config().ownLoadBalancer();
        boolean sharesSubnets = loadBalancer != null
                && (loadBalancer.scheme() == Scheme.INTERNAL
                        || network.privateNetwork().subnets().isEmpty());
        return endpoints + (sharesSubnets ? FOR_LOAD_BALANCER : 0);
    }
}
