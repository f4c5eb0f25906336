package io.github.ecsdiscovery.generator.proof.network;

import io.github.ecsdiscovery.generator.proof.check.Tristate;
import io.github.ecsdiscovery.generator.proof.traffic.AddressRange;
import io.github.ecsdiscovery.generator.proof.traffic.RulePeer;
import io.github.ecsdiscovery.generator.template.Template;
import java.util.List;

/**
 * Something with addresses in subnets and with security groups.
 *
 * @param name by which people know it
 * @param vpc the VPC that it is in
 * @param line where it stands
 */
public record NetworkMember(String name, List<String> groups, List<DeployedSubnet> subnets, String vpc, int line) {
    public NetworkMember {
        groups = List.copyOf(groups);
        subnets = List.copyOf(subnets);
    }

    public static NetworkMember of(
            Template template, String name, List<String> groups, List<String> subnets, int line) {
        List<DeployedSubnet> places =
                subnets.stream().map(id -> DeployedSubnet.of(template, id)).toList();
        String vpc = places.stream()
                .map(DeployedSubnet::vpc)
                .filter(id -> !id.isEmpty())
                .findFirst()
                .or(() -> groups.stream().map(group -> vpc(template, group)).findFirst())
                .orElse("");
        return new NetworkMember(name, groups, places, vpc, line);
    }

    /** The VPC of a group; empty where the template does not tell. */
    public static String vpc(Template template, String group) {
        return template.find(group, "AWS::EC2::SecurityGroup")
                .map(resource -> template.id(resource.at("VpcId"), "Ref", "VpcId"))
                .orElse("");
    }

    /** Whether a rule for that peer is a rule for this one. */
    Tristate isPartOf(RulePeer peer) {
        if (peer instanceof RulePeer.Group group) {
            return groups.contains(group.id()) ? Tristate.YES : Tristate.NO;
        }
        if (!(peer instanceof RulePeer.Network network)) {
            return Tristate.UNKNOWN;
        }
        AddressRange range = network.range();
        if (range.equals(AddressRange.EVERYTHING)) {
            return Tristate.YES;
        }
        return subnets.stream()
                .map(DeployedSubnet::range)
                .map(own -> own == null ? Tristate.UNKNOWN : own.overlaps(range) ? Tristate.YES : Tristate.NO)
                .reduce(Tristate.NO, Tristate::or);
    }

    /** A phrase for the groups. */
    public String groupsInWords() {
        return groups.isEmpty() ? "the VPC's default group" : String.join(" and ", groups);
    }
}
