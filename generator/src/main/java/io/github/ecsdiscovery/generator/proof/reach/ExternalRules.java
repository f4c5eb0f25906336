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

/**
 * Answers which rules of a member permit traffic from or to something outside the stack, and whether the network has a way.
 *
 * <p>A NAT gateway and a private address admit no connections from the internet. Source: the page "NAT gateways" of the Amazon
 * VPC User Guide.
 */
public final class ExternalRules {
    private final Template template;
    private final SecurityGroupRules rules;
    private final ExternalReachability reachability;

    public ExternalRules(Template template, SecurityGroupRules rules, ExternalReachability reachability) {
        this.template = template;
        this.rules = rules;
        this.reachability = reachability;
    }

    /** Returns the ingress rules of a member whose peer is outside the stack. */
    public List<ExternalIngress> ingress(NetworkMember member, boolean publicAddress) {
        return rules.of(member.groups(), Direction.INGRESS).stream()
                .filter(rule -> !isGroupOfStack(rule.peer()))
                .map(rule -> new ExternalIngress(rule, fromInternet(member, publicAddress, rule.peer())))
                .toList();
    }

    /** Returns the egress rules of a service whose peer is outside the stack. */
    public List<ExternalEgress> egress(DeployedTask task) {
        return rules.of(task.member().groups(), Direction.EGRESS).stream()
                .filter(rule -> !isGroupOfStack(rule.peer()))
                .map(rule -> egress(task, rule))
                .toList();
    }

    private boolean isGroupOfStack(RulePeer peer) {
        return peer instanceof RulePeer.Group group
                && template.resource(group.id(), "AWS::EC2::SecurityGroup").isPresent();
    }

    private static Tristate includesAddresses(RulePeer peer) {
        return peer instanceof RulePeer.Network ? Tristate.YES : Tristate.UNKNOWN;
    }

    private Tristate fromInternet(NetworkMember member, boolean publicAddress, RulePeer peer) {
        boolean isPrivate = peer instanceof RulePeer.Group
                || (peer instanceof RulePeer.Network network && network.range().isPrivate());
        if (isPrivate || !publicAddress) {
            return Tristate.NO;
        }
        CheckChain route = reachability.route(member, publicAddress);
        boolean isThroughNat =
                route.checks().stream().anyMatch(check -> check.subject().equals("nat"));
        return isThroughNat ? Tristate.NO : route.result().and(includesAddresses(peer));
    }

    private ExternalEgress egress(DeployedTask task, TrafficRule rule) {
        if (rule.peer() instanceof RulePeer.Group) {
            return new ExternalEgress(rule, Tristate.YES, "the VPC");
        }
        if (rule.peer() instanceof RulePeer.Network network && network.range().isPrivate()) {
            return privateEgress(task, rule, network.range());
        }
        CheckChain route = reachability.route(task.member(), task.publicAddress());
        Tristate included = includesAddresses(rule.peer());
        List<String> endpoints = reachability.gatewayEndpoints(task.member());
        if (rule.peer() instanceof RulePeer.PrefixList && route.result() == Tristate.NO && !endpoints.isEmpty()) {
            return new ExternalEgress(rule, included, String.join(", ", endpoints));
        }
        return new ExternalEgress(rule, route.result().and(included), route.viaText());
    }

    private ExternalEgress privateEgress(DeployedTask task, TrafficRule rule, AddressRange range) {
        Optional<AddressRange> vpc = template.resource(task.member().vpc(), "AWS::EC2::VPC")
                .flatMap(resource -> AddressRange.parse(template.text(resource.at("CidrBlock"))));
        if (vpc.isEmpty()) {
            return new ExternalEgress(rule, Tristate.UNKNOWN, "routes outside this template");
        }
        return vpc.get().overlaps(range)
                ? new ExternalEgress(rule, Tristate.YES, "the VPC")
                : new ExternalEgress(rule, Tristate.NO, "");
    }
}
