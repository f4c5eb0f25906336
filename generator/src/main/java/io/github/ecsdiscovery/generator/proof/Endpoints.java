package io.github.ecsdiscovery.generator.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** VPC endpoints: services of AWS that are reached without the internet. */
final class Endpoints {
    private final Template template;
    private final GroupRules rules;

    Endpoints(Template template, GroupRules rules) {
        this.template = template;
        this.rules = rules;
    }

    /**
     * The way by an endpoint of the member's VPC, if there is one that the service's own name leads to.
     *
     * @param outwards whether the member may send to public addresses, which a gateway endpoint stands before
     */
    Optional<Trail> to(Member member, String service, Traffic traffic, Supplier<Hop> outwards) {
        return template.all("AWS::EC2::VPCEndpoint").stream()
                .filter(one -> template.id(one.at("VpcId"), "Ref", "VpcId").equals(member.vpc()))
                .filter(one -> template.text(one.at("ServiceName")).endsWith("." + service))
                .findFirst()
                .flatMap(one -> template.text(one.at("VpcEndpointType")).equals("Interface")
                        ? byInterface(member, one, traffic)
                        : byGateway(member, one, outwards));
    }

    private Optional<Trail> byInterface(Member member, Resource endpoint, Traffic traffic) {
        if (!template.text(endpoint.at("PrivateDnsEnabled")).equals("true")) {
            return Optional.empty();
        }
        List<String> groups = template.ids(endpoint.at("SecurityGroupIds"), "Ref", "GroupId");
        List<Hop> hops = new ArrayList<>();
        // Its name leads to an address in any of the subnets, so each of them has to be reached.
        for (String subnet : template.ids(endpoint.at("SubnetIds"), "Ref", "SubnetId")) {
            Member at = Member.of(template, endpoint.id(), groups, List.of(subnet), endpoint.line());
            hops.addAll(new Passage(template, rules, member, at).hops(traffic));
        }
        if (hops.isEmpty()) {
            hops.add(Hop.no("endpoint", endpoint.id() + " stands in no subnet", endpoint.line()));
        }
        hops.add(Hop.yes("endpoint", endpoint.id() + " answers to the service's own name", endpoint));
        hops.addAll(new Resolver(template).flags(member));
        return Optional.of(Trail.by(endpoint.id(), hops));
    }

    /** The gateway endpoints that routes of the member's subnets lead to, for what their prefix lists have. */
    List<String> gateways(Member member) {
        return template.all("AWS::EC2::VPCEndpoint").stream()
                .filter(one -> template.text(one.at("VpcEndpointType")).equals("Gateway"))
                .filter(one -> isRouted(member, one))
                .map(Resource::id)
                .toList();
    }

    private Optional<Trail> byGateway(Member member, Resource endpoint, Supplier<Hop> outwards) {
        if (!isRouted(member, endpoint)) {
            return Optional.empty();
        }
        Hop there =
                Hop.yes("endpoint", endpoint.id() + " is a route of " + String.join(", ", tables(member)), endpoint);
        return Optional.of(Trail.by(endpoint.id(), List.of(outwards.get(), there)));
    }

    private boolean isRouted(Member member, Resource endpoint) {
        Set<String> tables = tables(member);
        return !tables.isEmpty()
                && template.ids(endpoint.at("RouteTableIds"), "Ref", "RouteTableId")
                        .containsAll(tables);
    }

    private SortedSet<String> tables(Member member) {
        return template.all("AWS::EC2::SubnetRouteTableAssociation").stream()
                .filter(one -> member.subnets().stream()
                        .anyMatch(subnet -> subnet.id().equals(template.id(one.at("SubnetId"), "Ref", "SubnetId"))))
                .map(one -> template.id(one.at("RouteTableId"), "Ref", "RouteTableId"))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
