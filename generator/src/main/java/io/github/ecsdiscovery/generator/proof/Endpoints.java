package io.github.ecsdiscovery.generator.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
        Member at = Member.of(
                template,
                endpoint.id(),
                template.ids(endpoint.at("SecurityGroupIds"), "Ref", "GroupId"),
                template.ids(endpoint.at("SubnetIds"), "Ref", "SubnetId"),
                endpoint.line());
        List<Hop> hops = new ArrayList<>(new Passage(template, rules, member, at).hops(traffic));
        hops.add(Hop.yes("endpoint", endpoint.id() + " answers to the service's own name", endpoint));
        hops.addAll(new Resolver(template).flags(member));
        return Optional.of(new Trail(hops, endpoint.id()));
    }

    private Optional<Trail> byGateway(Member member, Resource endpoint, Supplier<Hop> outwards) {
        Set<String> routed = Set.copyOf(template.ids(endpoint.at("RouteTableIds"), "Ref", "RouteTableId"));
        Set<String> tables = template.all("AWS::EC2::SubnetRouteTableAssociation").stream()
                .filter(one -> member.subnets().stream()
                        .anyMatch(subnet -> subnet.id().equals(template.id(one.at("SubnetId"), "Ref", "SubnetId"))))
                .map(one -> template.id(one.at("RouteTableId"), "Ref", "RouteTableId"))
                .collect(Collectors.toSet());
        if (tables.isEmpty() || !routed.containsAll(tables)) {
            return Optional.empty();
        }
        Hop there = Hop.yes("endpoint", endpoint.id() + " is a route of " + String.join(", ", tables), endpoint);
        return Optional.of(new Trail(List.of(outwards.get(), there), endpoint.id()));
    }
}
