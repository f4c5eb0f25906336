package io.github.ecsdiscovery.generator.proof.reach;

import io.github.ecsdiscovery.generator.proof.check.CheckChain;
import io.github.ecsdiscovery.generator.proof.check.Tristate;
import io.github.ecsdiscovery.generator.proof.network.NetworkMember;
import io.github.ecsdiscovery.generator.proof.task.DeployedTask;
import io.github.ecsdiscovery.generator.proof.traffic.AddressRange;
import io.github.ecsdiscovery.generator.proof.traffic.RulePeer;
import io.github.ecsdiscovery.generator.proof.traffic.SecurityGroupRules;
import io.github.ecsdiscovery.generator.proof.traffic.TrafficRule;
import io.github.ecsdiscovery.generator.proof.traffic.TrafficRule.Direction;
import io.github.ecsdiscovery.generator.template.Template;
import java.util.List;
import java.util.Optional;

/** Whom the groups of a member let in, and where they let it go, beside the other members of the stack. */
public final class ExternalRules {
    private static final String VPC = "AWS::EC2::VPC";

    private final Template template;
    private final SecurityGroupRules rules;
    private final ExternalReachability outside;

    public ExternalRules(Template template, SecurityGroupRules rules, ExternalReachability outside) {
        this.template = template;
        this.rules = rules;
        this.outside = outside;
    }

    public List<ExternalIngress> openings(NetworkMember member, boolean publicAddress) {
        return rules.of(member.groups(), Direction.IN).stream()
                .filter(rule -> !isMember(rule.peer()))
                .map(rule -> new ExternalIngress(rule, fromInternet(member, publicAddress, rule.peer())))
                .toList();
    }

    public List<ExternalEgress> outlets(DeployedTask task) {
        return rules.of(task.member().groups(), Direction.OUT).stream()
                .filter(rule -> !isMember(rule.peer()))
                .map(rule -> outlet(task, rule))
                .toList();
    }

    private boolean isMember(RulePeer peer) {
        return peer instanceof RulePeer.Group group
                && template.find(group.id(), "AWS::EC2::SecurityGroup").isPresent();
    }

    private Tristate fromInternet(NetworkMember member, boolean publicAddress, RulePeer peer) {
        boolean inside = peer instanceof RulePeer.Group
                || (peer instanceof RulePeer.Network network && network.range().isPrivate());
        if (inside || !publicAddress) {
            return Tristate.NO;
        }
        CheckChain way = outside.route(member, publicAddress);
        boolean oneWay = way.hops().stream().anyMatch(hop -> hop.what().equals("nat"));
        Tristate some = peer instanceof RulePeer.Network ? Tristate.YES : Tristate.UNKNOWN;
        return oneWay ? Tristate.NO : way.answer().and(some);
    }

    private ExternalEgress outlet(DeployedTask task, TrafficRule rule) {
        if (rule.peer() instanceof RulePeer.Group) {
            return new ExternalEgress(rule, Tristate.YES, "the VPC");
        }
        if (rule.peer() instanceof RulePeer.Network network && network.range().isPrivate()) {
            Optional<AddressRange> vpc = template.find(task.member().vpc(), VPC)
                    .flatMap(one -> AddressRange.of(template.text(one.at("CidrBlock"))));
            return vpc.map(range -> range.overlaps(network.range())
                            ? new ExternalEgress(rule, Tristate.YES, "the VPC")
                            : new ExternalEgress(rule, Tristate.NO, ""))
                    .orElseGet(() -> new ExternalEgress(rule, Tristate.UNKNOWN, "routes outside of this template"));
        }
        CheckChain way = outside.route(task.member(), task.publicAddress());
        Tristate some = rule.peer() instanceof RulePeer.Network ? Tristate.YES : Tristate.UNKNOWN;
        List<String> gateways = outside.gateways(task.member());
        if (rule.peer() instanceof RulePeer.PrefixList && way.answer() == Tristate.NO && !gateways.isEmpty()) {
            return new ExternalEgress(rule, some, String.join(", ", gateways));
        }
        return new ExternalEgress(rule, way.answer().and(some), way.through());
    }
}
