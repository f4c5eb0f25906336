package io.github.ecsdiscovery.generator.proof.network;

import io.github.ecsdiscovery.generator.proof.check.Tristate;
import io.github.ecsdiscovery.generator.proof.traffic.AddressRange;
import io.github.ecsdiscovery.generator.proof.traffic.RulePeer;
import io.github.ecsdiscovery.generator.template.Template;
import java.util.List;

/**
 * Something that has addresses in subnets and is in security groups: a service's tasks, a load balancer, an endpoint.
 *
 * @param name the name that users know: of the ECS service, or the logical id of anything else
 * @param groups the ids of the security groups
 * @param subnets the subnets that its addresses are in
 * @param vpc the VPC of the subnets, or else of the groups; empty if the template does not contain it
 * @param line the line of its network configuration
 */
public record NetworkMember(String name, List<String> groups, List<DeployedSubnet> subnets, String vpc, int line) {
    public NetworkMember {
        groups = List.copyOf(groups);
        subnets = List.copyOf(subnets);
    }

    /** Returns a member with subnets given by their ids. */
    public static NetworkMember of(
            Template template, String name, List<String> groups, List<String> subnetIds, int line) {
        List<DeployedSubnet> subnets =
                subnetIds.stream().map(id -> DeployedSubnet.of(template, id)).toList();
        String vpc = subnets.stream()
                .map(DeployedSubnet::vpc)
                .filter(id -> !id.isEmpty())
                .findFirst()
                .or(() -> groups.stream()
                        .map(group -> vpcOfGroup(template, group))
                        .findFirst())
                .orElse("");
        return new NetworkMember(name, groups, subnets, vpc, line);
    }

    /** Returns the VPC of a security group; empty if the group is not part of the template. */
    public static String vpcOfGroup(Template template, String group) {
        return template.resource(group, "AWS::EC2::SecurityGroup")
                .map(resource -> template.id(resource.at("VpcId"), "Ref", "VpcId"))
                .orElse("");
    }

    /**
     * Returns whether a rule with the given peer applies to this member. A prefix list is {@link Tristate#UNKNOWN}, and so is
     * an address range if the template does not contain the addresses of the subnets.
     */
    Tristate matches(RulePeer peer) {
        if (peer instanceof RulePeer.Group group) {
            return groups.contains(group.id()) ? Tristate.YES : Tristate.NO;
        }
        if (!(peer instanceof RulePeer.Network network)) {
            return Tristate.UNKNOWN;
        }
        AddressRange allowed = network.range();
        if (allowed.equals(AddressRange.ANY)) {
            return Tristate.YES;
        }
        return subnets.stream()
                .map(DeployedSubnet::range)
                .map(range -> range == null ? Tristate.UNKNOWN : range.overlaps(allowed) ? Tristate.YES : Tristate.NO)
                .reduce(Tristate.NO, Tristate::or);
    }

    /** Returns the security groups as a phrase for a finding. */
    public String groupsText() {
        return groups.isEmpty() ? "the VPC's default security group" : String.join(" and ", groups);
    }
}
