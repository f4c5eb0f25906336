package io.github.ecsdiscovery.generator.proof;

import io.github.ecsdiscovery.generator.proof.Rule.Direction;
import java.util.List;
import java.util.Optional;

/** Whom the groups of a member let in, and where they let it go, beside the other members of the stack. */
final class Edges {
    private static final String VPC = "AWS::EC2::VPC";

    private final Template template;
    private final GroupRules rules;
    private final Outside outside;

    Edges(Template template, GroupRules rules, Outside outside) {
        this.template = template;
        this.rules = rules;
        this.outside = outside;
    }

    List<Opening> openings(Member member, boolean publicAddress) {
        return rules.of(member.groups(), Direction.IN).stream()
                .filter(rule -> !isMember(rule.peer()))
                .map(rule -> new Opening(rule, fromInternet(member, publicAddress, rule.peer())))
                .toList();
    }

    List<Outlet> outlets(Task task) {
        return rules.of(task.member().groups(), Direction.OUT).stream()
                .filter(rule -> !isMember(rule.peer()))
                .map(rule -> outlet(task, rule))
                .toList();
    }

    private boolean isMember(Peer peer) {
        return peer instanceof Peer.Group group
                && template.find(group.id(), "AWS::EC2::SecurityGroup").isPresent();
    }

    private Answer fromInternet(Member member, boolean publicAddress, Peer peer) {
        boolean inside = peer instanceof Peer.Group
                || (peer instanceof Peer.Network network && network.range().isPrivate());
        if (inside || !publicAddress) {
            return Answer.NO;
        }
        Trail way = outside.route(member, publicAddress);
        boolean oneWay = way.hops().stream().anyMatch(hop -> hop.what().equals("nat"));
        Answer some = peer instanceof Peer.Network ? Answer.YES : Answer.UNKNOWN;
        return oneWay ? Answer.NO : way.answer().and(some);
    }

    private Outlet outlet(Task task, Rule rule) {
        if (rule.peer() instanceof Peer.Group) {
            return new Outlet(rule, Answer.YES, "the VPC");
        }
        if (rule.peer() instanceof Peer.Network network && network.range().isPrivate()) {
            Optional<Cidr> vpc =
                    template.find(task.member().vpc(), VPC).flatMap(one -> Cidr.of(template.text(one.at("CidrBlock"))));
            return vpc.map(range -> range.overlaps(network.range())
                            ? new Outlet(rule, Answer.YES, "the VPC")
                            : new Outlet(rule, Answer.NO, ""))
                    .orElseGet(() -> new Outlet(rule, Answer.UNKNOWN, "routes outside of this template"));
        }
        Trail way = outside.route(task.member(), task.publicAddress());
        Answer some = rule.peer() instanceof Peer.Network ? Answer.YES : Answer.UNKNOWN;
        List<String> gateways = outside.gateways(task.member());
        if (rule.peer() instanceof Peer.PrefixList && way.answer() == Answer.NO && !gateways.isEmpty()) {
            return new Outlet(rule, some, String.join(", ", gateways));
        }
        return new Outlet(rule, way.answer().and(some), way.through());
    }
}
