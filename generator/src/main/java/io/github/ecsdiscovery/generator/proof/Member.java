package io.github.ecsdiscovery.generator.proof;

import java.util.List;

/**
 * Something with addresses in subnets and with security groups.
 *
 * @param name by which people know it
 * @param vpc the VPC that it is in
 * @param line where it stands
 */
record Member(String name, List<String> groups, List<Subnet> subnets, String vpc, int line) {
    Member {
        groups = List.copyOf(groups);
        subnets = List.copyOf(subnets);
    }

    static Member of(Template template, String name, List<String> groups, List<String> subnets, int line) {
        List<Subnet> places =
                subnets.stream().map(id -> Subnet.of(template, id)).toList();
        String vpc = places.stream()
                .map(Subnet::vpc)
                .filter(id -> !id.isEmpty())
                .findFirst()
                .or(() -> groups.stream().map(group -> vpc(template, group)).findFirst())
                .orElse("");
        return new Member(name, groups, places, vpc, line);
    }

    /** The VPC of a group; empty where the template does not tell. */
    static String vpc(Template template, String group) {
        return template.find(group, "AWS::EC2::SecurityGroup")
                .map(resource -> template.id(resource.at("VpcId"), "Ref", "VpcId"))
                .orElse("");
    }

    /** Whether a rule for that peer is a rule for this one. */
    Answer isPartOf(Peer peer) {
        if (peer instanceof Peer.Group group) {
            return groups.contains(group.id()) ? Answer.YES : Answer.NO;
        }
        if (!(peer instanceof Peer.Network network)) {
            return Answer.UNKNOWN;
        }
        Cidr range = network.range();
        if (range.equals(Cidr.EVERYTHING)) {
            return Answer.YES;
        }
        return subnets.stream()
                .map(Subnet::range)
                .map(own -> own == null ? Answer.UNKNOWN : own.overlaps(range) ? Answer.YES : Answer.NO)
                .reduce(Answer.NO, Answer::or);
    }

    /** A phrase for the groups. */
    String groupsInWords() {
        return groups.isEmpty() ? "the VPC's default group" : String.join(" and ", groups);
    }
}
