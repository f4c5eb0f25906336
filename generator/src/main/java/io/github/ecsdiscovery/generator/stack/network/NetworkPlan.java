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
import io.github.ecsdiscovery.generator.stack.role.RolePlan;
import io.github.ecsdiscovery.generator.stack.security.SecurityGroup;
import io.github.ecsdiscovery.generator.stack.security.SecurityGroupPlan;
import io.github.ecsdiscovery.generator.stack.security.SecurityGroupRule;
import io.github.ecsdiscovery.generator.stack.value.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Decides the network of a stack: where its tasks stand, and how they reach what is outside. */
public final class NetworkPlan {
    private static final String PUBLIC = "public";
    private static final String PRIVATE = "private";

    private final Config config;
    private final LogicalIdRegistry ids;
    private final LogSettings logs;
    private final Network said;
    private final Cidr vpc;

    public NetworkPlan(Config config, LogicalIdRegistry ids, LogSettings logs) {
        this.config = config;
        this.ids = ids;
        this.logs = logs;
        this.said = config.network();
        this.vpc = said.cidr().network();
    }

    /** The network, or null where there is one already. */
    @Nullable
    public NetworkResources own() {
        if (said.vpc() != null || config.platform() != null) {
            return null;
        }
        ids.id(LogicalId.VPC);
        boolean isPrivate = said.placement() == Placement.PRIVATE;
        Nat nat = said.effectiveNat();
        boolean isFound = config.hasInternetFacingLoadBalancer();
        boolean hasInternet = !isPrivate || nat != Nat.NONE || isFound;
        if (hasInternet) {
            ids.id(LogicalId.INTERNET_GATEWAY);
            ids.id(LogicalId.INTERNET_GATEWAY_ATTACHMENT);
        }
        List<Subnet> open = !isPrivate || nat.needsPublicSubnets() || isFound ? publicSubnets() : List.of();
        List<Subnet> closed = isPrivate ? privateSubnets() : List.of();
        List<NatGateway> gateways = natGateways(nat, open);
        List<Endpoint> endpoints = new EndpointPlan(ids, isPrivate ? closed : open).endpoints(config);
        boolean hasInterfaces = endpoints.stream().anyMatch(one -> !one.isGateway());
        return new NetworkResources(
                vpc.toString(),
                inWords(isPrivate, nat)
                        + (isPrivate && isFound && !nat.needsPublicSubnets()
                                ? ", and public ones for the load balancer"
                                : ""),
                hasInternet,
                open,
                closed,
                closed.stream().map(subnet -> table(subnet, gateways)).toList(),
                gateways,
                hasInterfaces ? endpointGroup() : null,
                endpoints,
                said.flowLogs() ? flowLog() : null,
                searchDomain());
    }

    private static String inWords(boolean isPrivate, Nat nat) {
        if (!isPrivate) {
            return "a VPC, and public subnets with a route to the internet";
        }
        return switch (nat) {
            case NONE -> "a VPC of private subnets, from which no way leads to the internet";
            case SINGLE -> "a VPC, private subnets, and public ones with a NAT gateway for all of them";
            case PER_ZONE -> "a VPC, private subnets, and public ones with a NAT gateway each";
            case REGIONAL -> "a VPC of private subnets, and a NAT gateway of the Region";
        };
    }

    private List<Subnet> publicSubnets() {
        String table = ids.id(LogicalId.PUBLIC_ROUTE_TABLE);
        ids.id(LogicalId.PUBLIC_DEFAULT_ROUTE);
        return said.zones().all().stream()
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
        return said.zones().all().stream()
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
            LogicalId kind, LogicalId association, Zone zone, Cidr network, String routeTableId, String name) {
        int position = zone.position();
        return new Subnet(
                ids.id(kind, position),
                ids.id(association, position),
                position,
                zone.id(),
                network.toString(),
                routeTableId,
                named(name, position));
    }

    /** A single gateway is the one that the first zone would have anyway: to add the others leaves it and its address alone. */
    private List<NatGateway> natGateways(Nat nat, List<Subnet> open) {
        return switch (nat) {
            case NONE -> List.of();
            case SINGLE -> open.stream().limit(1).map(this::natGateway).toList();
            case PER_ZONE -> open.stream().map(this::natGateway).toList();
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

    /** The way out of a private subnet: by its own zone's gateway, or else by the only one. */
    private PrivateRouteTable table(Subnet subnet, List<NatGateway> gateways) {
        String own = LogicalId.NAT_GATEWAY.of(subnet.position());
        String gateway = gateways.stream()
                .map(NatGateway::id)
                .filter(own::equals)
                .findFirst()
                .orElseGet(() -> gateways.isEmpty() ? null : gateways.get(0).id());
        return new PrivateRouteTable(
                subnet.routeTableId(),
                subnet.name(),
                gateway == null ? null : ids.id(LogicalId.PRIVATE_DEFAULT_ROUTE, subnet.position()),
                gateway);
    }

    /**
     * The group of interface endpoints. It takes what comes from the VPC, and asks for no group: stacks that join this one have
     * groups that it does not know.
     */
    private SecurityGroup endpointGroup() {
        return new SecurityGroup(
                ids.id(LogicalId.VPC_ENDPOINT_SECURITY_GROUP),
                Value.named("endpoints"),
                "VPC endpoints",
                List.of(new SecurityGroupRule("From the VPC", vpc.toString(), null, null, "tcp", 443, 443)),
                List.of(SecurityGroupPlan.NOWHERE));
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
