package io.github.ecsdiscovery.generator.stack.network;

import io.github.ecsdiscovery.generator.model.Config;
import io.github.ecsdiscovery.generator.model.network.Cidr;
import io.github.ecsdiscovery.generator.model.network.Nat;
import io.github.ecsdiscovery.generator.model.network.Network;
import io.github.ecsdiscovery.generator.model.network.Placement;
import io.github.ecsdiscovery.generator.model.network.Zone;
import io.github.ecsdiscovery.generator.stack.id.LogicalId;
import io.github.ecsdiscovery.generator.stack.id.LogicalIdRegistry;
import io.github.ecsdiscovery.generator.stack.log.FlowLog;
import io.github.ecsdiscovery.generator.stack.log.LogSettings;
import io.github.ecsdiscovery.generator.stack.network.NetworkResources.PrivateNetwork;
import io.github.ecsdiscovery.generator.stack.network.NetworkResources.VpcEndpoints;
import io.github.ecsdiscovery.generator.stack.role.RolePlan;
import io.github.ecsdiscovery.generator.stack.security.SecurityGroup;
import io.github.ecsdiscovery.generator.stack.security.SecurityGroupPlan;
import io.github.ecsdiscovery.generator.stack.security.SecurityGroupRule;
import io.github.ecsdiscovery.generator.stack.value.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Creates the network of a stack: its subnets, routes, NAT gateways and endpoints. */
public final class NetworkPlan {
    private static final String PUBLIC = "public";
    private static final String PRIVATE = "private";

    private final Config config;
    private final LogicalIdRegistry ids;
    private final LogSettings logs;
    private final Network network;
    private final Cidr vpc;

    public NetworkPlan(Config config, LogicalIdRegistry ids, LogSettings logs) {
        this.config = config;
        this.ids = ids;
        this.logs = logs;
        this.network = config.network();
        this.vpc = network.cidr().network();
    }

    /** Returns the network, or null if the stack uses an existing one. */
    @Nullable
    public NetworkResources own() {
        if (network.vpc() != null || config.platform() != null) {
            return null;
        }
        ids.id(LogicalId.VPC);
        boolean isPrivate = network.placement() == Placement.PRIVATE;
        Nat nat = network.effectiveNat();
        boolean hasPublicLoadBalancer = config.hasInternetFacingLoadBalancer();
        boolean hasInternet = !isPrivate || nat != Nat.NONE || hasPublicLoadBalancer;
        if (hasInternet) {
            ids.id(LogicalId.INTERNET_GATEWAY);
            ids.id(LogicalId.INTERNET_GATEWAY_ATTACHMENT);
        }
        List<Subnet> publicSubnets =
                !isPrivate || nat.needsPublicSubnets() || hasPublicLoadBalancer ? publicSubnets() : List.of();
        List<Subnet> privateSubnets = isPrivate ? privateSubnets() : List.of();
        List<NatGateway> gateways = natGateways(nat, publicSubnets);
        List<Endpoint> endpoints = new EndpointPlan(ids, isPrivate ? privateSubnets : publicSubnets).endpoints(config);
        boolean hasInterfaces = endpoints.stream().anyMatch(endpoint -> !endpoint.isGateway());
        return new NetworkResources(
                vpc.toString(),
                summary(isPrivate, nat)
                        + (isPrivate && hasPublicLoadBalancer && !nat.needsPublicSubnets()
                                ? ", and public subnets for the load balancer"
                                : ""),
                hasInternet,
                publicSubnets,
                new PrivateNetwork(
                        privateSubnets,
                        privateSubnets.stream()
                                .map(subnet -> routeTable(subnet, gateways))
                                .toList(),
                        gateways),
                new VpcEndpoints(hasInterfaces ? endpointGroup() : null, endpoints),
                network.flowLogs() ? flowLog() : null,
                searchDomain());
    }

    private static String summary(boolean isPrivate, Nat nat) {
        if (!isPrivate) {
            return "a VPC and public subnets with a route to the internet";
        }
        return switch (nat) {
            case NONE -> "a VPC and private subnets without a route to the internet";
            case SINGLE -> "a VPC, private subnets, and public subnets with one NAT gateway for all zones";
            case PER_ZONE -> "a VPC, private subnets, and public subnets with one NAT gateway per zone";
            case REGIONAL -> "a VPC, private subnets and a regional NAT gateway";
        };
    }

    private List<Subnet> publicSubnets() {
        String table = ids.id(LogicalId.PUBLIC_ROUTE_TABLE);
        ids.id(LogicalId.PUBLIC_DEFAULT_ROUTE);
        return network.zones().all().stream()
                .map(zone -> subnet(
                        LogicalId.PUBLIC_SUBNET,
                        LogicalId.PUBLIC_SUBNET_ASSOCIATION,
                        zone,
                        AddressPlan.publicSubnet(vpc, zone.position()),
                        table,
                        PUBLIC))
                .toList();
    }

    private List<Subnet> privateSubnets() {
        return network.zones().all().stream()
                .map(zone -> subnet(
                        LogicalId.PRIVATE_SUBNET,
                        LogicalId.PRIVATE_SUBNET_ASSOCIATION,
                        zone,
                        AddressPlan.privateSubnet(vpc, zone.position()),
                        ids.id(LogicalId.PRIVATE_ROUTE_TABLE, zone.position()),
                        PRIVATE))
                .toList();
    }

    private Subnet subnet(
            LogicalId kind, LogicalId association, Zone zone, Cidr range, String routeTableId, String name) {
        int position = zone.position();
        return new Subnet(
                ids.id(kind, position),
                ids.id(association, position),
                position,
                zone.id(),
                range.toString(),
                routeTableId,
                named(name, position));
    }

    /** A single gateway has the id of the first zone's gateway, so that it stays when the others are added. */
    private List<NatGateway> natGateways(Nat nat, List<Subnet> publicSubnets) {
        return switch (nat) {
            case NONE -> List.of();
            case SINGLE -> publicSubnets.stream().limit(1).map(this::natGateway).toList();
            case PER_ZONE -> publicSubnets.stream().map(this::natGateway).toList();
            case REGIONAL ->
                List.of(new NatGateway(
                        ids.id(LogicalId.REGIONAL_NAT_GATEWAY),
                        null,
                        null,
                        List.of(LogicalId.INTERNET_GATEWAY_ATTACHMENT.of()),
                        Value.named("nat")));
        };
    }

    private NatGateway natGateway(Subnet subnet) {
        return new NatGateway(
                ids.id(LogicalId.NAT_GATEWAY, subnet.position()),
                ids.id(LogicalId.NAT_GATEWAY_ADDRESS, subnet.position()),
                subnet.id(),
                List.of(LogicalId.PUBLIC_DEFAULT_ROUTE.of(), subnet.associationId()),
                named("nat", subnet.position()));
    }

    /** Returns the route table of a private subnet. Its route uses the NAT gateway of its zone, or else the only one. */
    private PrivateRouteTable routeTable(Subnet subnet, List<NatGateway> gateways) {
        String zoneGateway = LogicalId.NAT_GATEWAY.of(subnet.position());
        String gateway = gateways.stream()
                .map(NatGateway::id)
                .filter(zoneGateway::equals)
                .findFirst()
                .orElseGet(() -> gateways.isEmpty() ? null : gateways.get(0).id());
        return new PrivateRouteTable(
                subnet.routeTableId(),
                subnet.name(),
                gateway == null ? null : ids.id(LogicalId.PRIVATE_DEFAULT_ROUTE, subnet.position()),
                gateway);
    }

    /**
     * Returns the security group of interface endpoints. It admits the whole VPC, because the groups of stacks that join this one
     * are unknown here.
     */
    private SecurityGroup endpointGroup() {
        return new SecurityGroup(
                ids.id(LogicalId.VPC_ENDPOINT_SECURITY_GROUP),
                Value.named("endpoints"),
                "VPC endpoints",
                List.of(SecurityGroupRule.ofCidr("From the VPC", vpc.toString(), "tcp", 443, 443)),
                List.of(SecurityGroupPlan.NO_EGRESS));
    }

    private FlowLog flowLog() {
        ids.id(LogicalId.VPC_FLOW_LOG_GROUP);
        ids.id(LogicalId.VPC_FLOW_LOG_ROLE);
        ids.id(LogicalId.VPC_FLOW_LOG);
        return new FlowLog(logs, RolePlan.boundary(config));
    }

    private @Nullable String searchDomain() {
        if (!config.namespace().searchDomain()) {
            return null;
        }
        ids.id(LogicalId.DHCP_OPTIONS);
        ids.id(LogicalId.DHCP_OPTIONS_ASSOCIATION);
        return config.domain();
    }

    private static Value named(String kind, int position) {
        return Value.named(kind + "-" + position);
    }
}
