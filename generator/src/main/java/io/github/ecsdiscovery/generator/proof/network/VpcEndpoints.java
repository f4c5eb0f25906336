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

/**
 * Answers whether a VPC endpoint leads to a service of AWS without the internet.
 *
 * <ul>
 *   <li>An interface endpoint applies if it has private DNS names. The name of the service then resolves to an address in any
 *       of the endpoint's subnets, so the sender must reach all of them at the endpoint's security groups.
 *   <li>A gateway endpoint applies if all route tables of the sender's subnets have it. The sender's security groups must
 *       permit traffic to the public addresses of the service.
 * </ul>
 *
 * <p>Source: the pages "Interface endpoints" and "Gateway endpoints" of the AWS PrivateLink guide.
 */
public final class VpcEndpoints {
    private static final String ENDPOINT = "AWS::EC2::VPCEndpoint";

    private final Template template;
    private final SecurityGroupRules rules;

    public VpcEndpoints(Template template, SecurityGroupRules rules) {
        this.template = template;
        this.rules = rules;
    }

    /**
     * Returns the way through an endpoint, or empty if no endpoint of the member's VPC applies.
     *
     * @param service the service as the names of endpoints end: {@code ecr.api}
     * @param publicEgress checks whether the member may send to public addresses, for a gateway endpoint
     */
    public Optional<CheckChain> pathTo(
            NetworkMember member, String service, Traffic traffic, Supplier<Check> publicEgress) {
        return template.resources(ENDPOINT).stream()
                .filter(endpoint ->
                        template.id(endpoint.at("VpcId"), "Ref", "VpcId").equals(member.vpc()))
                .filter(endpoint -> template.text(endpoint.at("ServiceName")).endsWith("." + service))
                .findFirst()
                .flatMap(endpoint -> isInterface(endpoint)
                        ? throughInterface(member, endpoint, traffic)
                        : throughGateway(member, endpoint, publicEgress));
    }

    private boolean isInterface(TemplateResource endpoint) {
        return template.text(endpoint.at("VpcEndpointType")).equals("Interface");
    }

    private Optional<CheckChain> throughInterface(NetworkMember member, TemplateResource endpoint, Traffic traffic) {
        if (!template.text(endpoint.at("PrivateDnsEnabled")).equals("true")) {
            return Optional.empty();
        }
        List<String> groups = template.ids(endpoint.at("SecurityGroupIds"), "Ref", "GroupId");
        List<Check> checks = new ArrayList<>();
        for (String subnet : template.ids(endpoint.at("SubnetIds"), "Ref", "SubnetId")) {
            NetworkMember target = NetworkMember.of(template, endpoint.id(), groups, List.of(subnet), endpoint.line());
            checks.addAll(new SecurityGroupPath(template, rules, member, target).checks(traffic));
        }
        if (checks.isEmpty()) {
            checks.add(Check.no("endpoint", endpoint.id() + " has no subnet", endpoint.line()));
        }
        checks.add(Check.yes("endpoint", "the service's own name resolves to " + endpoint.id(), endpoint));
        checks.add(new PrivateDnsResolver(template).vpcAttributes(member));
        return Optional.of(CheckChain.via(endpoint.id(), checks));
    }

    /** Returns the ids of the gateway endpoints that all route tables of the member's subnets have. */
    public List<String> gatewayEndpoints(NetworkMember member) {
        return template.resources(ENDPOINT).stream()
                .filter(endpoint ->
                        template.text(endpoint.at("VpcEndpointType")).equals("Gateway"))
                .filter(endpoint -> isInAllRouteTables(member, endpoint))
                .map(TemplateResource::id)
                .toList();
    }

    private Optional<CheckChain> throughGateway(
            NetworkMember member, TemplateResource endpoint, Supplier<Check> publicEgress) {
        if (!isInAllRouteTables(member, endpoint)) {
            return Optional.empty();
        }
        String finding = endpoint.id() + " is a target of " + String.join(", ", routeTables(member));
        return Optional.of(
                CheckChain.via(endpoint.id(), List.of(publicEgress.get(), Check.yes("endpoint", finding, endpoint))));
    }

    private boolean isInAllRouteTables(NetworkMember member, TemplateResource endpoint) {
        Set<String> tables = routeTables(member);
        return !tables.isEmpty()
                && template.ids(endpoint.at("RouteTableIds"), "Ref", "RouteTableId")
                        .containsAll(tables);
    }

    private SortedSet<String> routeTables(NetworkMember member) {
        Set<String> subnets = member.subnets().stream().map(DeployedSubnet::id).collect(Collectors.toSet());
        return template.resources("AWS::EC2::SubnetRouteTableAssociation").stream()
                .filter(association -> subnets.contains(template.id(association.at("SubnetId"), "Ref", "SubnetId")))
                .map(association -> template.id(association.at("RouteTableId"), "Ref", "RouteTableId"))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
