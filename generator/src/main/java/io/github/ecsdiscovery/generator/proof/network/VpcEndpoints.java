package io.github.ecsdiscovery.generator.proof.network;

import io.github.ecsdiscovery.generator.proof.check.Check;
import io.github.ecsdiscovery.generator.proof.check.CheckChain;
import io.github.ecsdiscovery.generator.proof.traffic.SecurityGroupRules;
import io.github.ecsdiscovery.generator.proof.traffic.Traffic;
import io.github.ecsdiscovery.generator.template.Template;
import io.github.ecsdiscovery.generator.template.TemplateResource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** VPC endpoints: services of AWS that are reached without the internet. */
public final class VpcEndpoints {
    private final Template template;
    private final SecurityGroupRules rules;

    public VpcEndpoints(Template template, SecurityGroupRules rules) {
        this.template = template;
        this.rules = rules;
    }

    /**
     * The way by an endpoint of the member's VPC, if there is one that the service's own name leads to.
     *
     * @param outwards whether the member may send to public addresses, which a gateway endpoint stands before
     */
    public Optional<CheckChain> to(NetworkMember member, String service, Traffic traffic, Supplier<Check> outwards) {
        return template.all("AWS::EC2::VPCEndpoint").stream()
                .filter(one -> template.id(one.at("VpcId"), "Ref", "VpcId").equals(member.vpc()))
                .filter(one -> template.text(one.at("ServiceName")).endsWith("." + service))
                .findFirst()
                .flatMap(one -> template.text(one.at("VpcEndpointType")).equals("Interface")
                        ? byInterface(member, one, traffic)
                        : byGateway(member, one, outwards));
    }

    private Optional<CheckChain> byInterface(NetworkMember member, TemplateResource endpoint, Traffic traffic) {
        if (!template.text(endpoint.at("PrivateDnsEnabled")).equals("true")) {
            return Optional.empty();
        }
        List<String> groups = template.ids(endpoint.at("SecurityGroupIds"), "Ref", "GroupId");
        List<Check> hops = new ArrayList<>();
        // Its name leads to an address in any of the subnets, so each of them has to be reached.
        for (String subnet : template.ids(endpoint.at("SubnetIds"), "Ref", "SubnetId")) {
            NetworkMember at = NetworkMember.of(template, endpoint.id(), groups, List.of(subnet), endpoint.line());
            hops.addAll(new SecurityGroupPath(template, rules, member, at).hops(traffic));
        }
        if (hops.isEmpty()) {
            hops.add(Check.no("endpoint", endpoint.id() + " stands in no subnet", endpoint.line()));
        }
        hops.add(Check.yes("endpoint", endpoint.id() + " answers to the service's own name", endpoint));
        hops.addAll(new PrivateDnsResolver(template).flags(member));
        return Optional.of(CheckChain.by(endpoint.id(), hops));
    }

    /** The gateway endpoints that routes of the member's subnets lead to, for what their prefix lists have. */
    public List<String> gateways(NetworkMember member) {
        return template.all("AWS::EC2::VPCEndpoint").stream()
                .filter(one -> template.text(one.at("VpcEndpointType")).equals("Gateway"))
                .filter(one -> isRouted(member, one))
                .map(TemplateResource::id)
                .toList();
    }

    private Optional<CheckChain> byGateway(NetworkMember member, TemplateResource endpoint, Supplier<Check> outwards) {
        if (!isRouted(member, endpoint)) {
            return Optional.empty();
        }
        Check there =
                Check.yes("endpoint", endpoint.id() + " is a route of " + String.join(", ", tables(member)), endpoint);
        return Optional.of(CheckChain.by(endpoint.id(), List.of(outwards.get(), there)));
    }

    private boolean isRouted(NetworkMember member, TemplateResource endpoint) {
        Set<String> tables = tables(member);
        return !tables.isEmpty()
                && template.ids(endpoint.at("RouteTableIds"), "Ref", "RouteTableId")
                        .containsAll(tables);
    }

    private SortedSet<String> tables(NetworkMember member) {
        return template.all("AWS::EC2::SubnetRouteTableAssociation").stream()
                .filter(one -> member.subnets().stream()
                        .anyMatch(subnet -> subnet.id().equals(template.id(one.at("SubnetId"), "Ref", "SubnetId"))))
                .map(one -> template.id(one.at("RouteTableId"), "Ref", "RouteTableId"))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
