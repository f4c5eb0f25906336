package io.github.ecsdiscovery.generator.stack.network;

import io.github.ecsdiscovery.generator.stack.id.LogicalId;
import io.github.ecsdiscovery.generator.stack.log.FlowLog;
import io.github.ecsdiscovery.generator.stack.security.SecurityGroup;
import io.github.ecsdiscovery.generator.stack.value.Value;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The VPC that the stack has of its own.
 *
 * @param inWords what it has, for a comment
 * @param hasInternet whether it has an internet gateway
 * @param publicSubnets none where nothing stands in them
 * @param privateSubnets none where tasks run in public ones
 * @param privateRouteTables one for each private subnet, in the same order
 * @param natGateways by which private subnets reach the internet
 * @param endpointGroup the group of the interface endpoints, or null where there are none
 * @param flowLog its log, or null for none
 * @param searchDomain the domain in which bare names are looked for, or null for none
 */
public record NetworkResources(
        String cidr,
        String inWords,
        boolean hasInternet,
        List<Subnet> publicSubnets,
        List<Subnet> privateSubnets,
        List<PrivateRouteTable> privateRouteTables,
        List<NatGateway> natGateways,
        @Nullable SecurityGroup endpointGroup,
        List<Endpoint> endpoints,
        @Nullable FlowLog flowLog,
        @Nullable String searchDomain) {
    public NetworkResources {
        publicSubnets = List.copyOf(publicSubnets);
        privateSubnets = List.copyOf(privateSubnets);
        privateRouteTables = List.copyOf(privateRouteTables);
        natGateways = List.copyOf(natGateways);
        endpoints = List.copyOf(endpoints);
    }

    /** The Name of the VPC and its gateway. */
    public Value name() {
        return new Value.Ref("AWS::StackName");
    }

    /** The Name of the public route table. */
    public Value routeTableName() {
        return Value.named("public");
    }

    /** The subnets that tasks run in. */
    public List<Subnet> taskSubnets() {
        return privateSubnets.isEmpty() ? publicSubnets : privateSubnets;
    }

    /**
     * What must be there before a task can pull its image and is not referred to by its service: routes, and the endpoints that
     * it asks.
     */
    public List<String> prerequisites(List<AwsService> asked) {
        List<String> all = new ArrayList<>();
        if (privateSubnets.isEmpty()) {
            all.add(LogicalId.PUBLIC_DEFAULT_ROUTE.of());
        }
        for (PrivateRouteTable table : privateRouteTables) {
            if (table.routeId() != null) {
                all.add(table.routeId());
            }
        }
        taskSubnets().forEach(subnet -> all.add(subnet.associationId()));
        asked.stream()
                .map(LogicalId.VPC_ENDPOINT::of)
                .filter(id ->
                        endpoints.stream().anyMatch(endpoint -> endpoint.id().equals(id)))
                .forEach(all::add);
        if (searchDomain != null) {
            all.add(LogicalId.DHCP_OPTIONS_ASSOCIATION.of());
        }
        return all;
    }
}
