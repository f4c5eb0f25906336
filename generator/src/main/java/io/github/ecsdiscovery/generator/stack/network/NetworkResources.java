package io.github.ecsdiscovery.generator.stack.network;

import io.github.ecsdiscovery.generator.stack.id.LogicalId;
import io.github.ecsdiscovery.generator.stack.log.FlowLog;
import io.github.ecsdiscovery.generator.stack.security.SecurityGroup;
import io.github.ecsdiscovery.generator.stack.value.Value;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The VPC that the stack creates, with its subnets, routes and endpoints.
 *
 * @param cidr the address range of the VPC
 * @param summary the parts of the network as a noun phrase, for a comment
 * @param hasInternetGateway whether the VPC has an internet gateway
 * @param publicSubnets empty if no resource needs them
 * @param privateNetwork the private subnets and their way to the internet
 * @param endpoints the VPC endpoints
 * @param flowLog the flow log, or null for none
 * @param searchDomain the search domain for names without a domain, or null for none
 */
public record NetworkResources(
        String cidr,
        String summary,
        boolean hasInternetGateway,
        List<Subnet> publicSubnets,
        PrivateNetwork privateNetwork,
        VpcEndpoints endpoints,
        @Nullable FlowLog flowLog,
        @Nullable String searchDomain) {
    public NetworkResources {
        publicSubnets = List.copyOf(publicSubnets);
    }

    /**
     * The private part of the VPC.
     *
     * @param subnets empty if tasks run in public subnets
     * @param routeTables one for each subnet, in the same order
     * @param natGateways the gateways through which the subnets reach the internet
     */
    public record PrivateNetwork(
            List<Subnet> subnets, List<PrivateRouteTable> routeTables, List<NatGateway> natGateways) {
        public PrivateNetwork {
            subnets = List.copyOf(subnets);
            routeTables = List.copyOf(routeTables);
            natGateways = List.copyOf(natGateways);
        }
    }

    /**
     * The endpoints of the VPC.
     *
     * @param group the security group of interface endpoints, or null if there are none
     */
    public record VpcEndpoints(@Nullable SecurityGroup group, List<Endpoint> all) {
        public VpcEndpoints {
            all = List.copyOf(all);
        }
    }

    /** Returns the {@code Name} tag of the VPC and its internet gateway. */
    public Value name() {
        return new Value.Ref("AWS::StackName");
    }

    /** Returns the {@code Name} tag of the public route table. */
    public Value publicRouteTableName() {
        return Value.named("public");
    }

    /** Returns the subnets of tasks. */
    public List<Subnet> taskSubnets() {
        return privateNetwork.subnets().isEmpty() ? publicSubnets : privateNetwork.subnets();
    }

    /**
     * Returns logical ids of resources that tasks need to start and that their ECS service does not reference: routes and
     * endpoints.
     *
     * @param called the AWS services that the tasks call
     */
    public List<String> prerequisites(List<AwsService> called) {
        List<String> all = new ArrayList<>();
        if (privateNetwork.subnets().isEmpty()) {
            all.add(LogicalId.PUBLIC_DEFAULT_ROUTE.of());
        }
        for (PrivateRouteTable table : privateNetwork.routeTables()) {
            if (table.routeId() != null) {
                all.add(table.routeId());
            }
        }
        taskSubnets().forEach(subnet -> all.add(subnet.associationId()));
        called.stream()
                .map(LogicalId.VPC_ENDPOINT::of)
                .filter(id -> endpoints.all().stream()
                        .anyMatch(endpoint -> endpoint.id().equals(id)))
                .forEach(all::add);
        if (searchDomain != null) {
            all.add(LogicalId.DHCP_OPTIONS_ASSOCIATION.of());
        }
        return all;
    }
}
