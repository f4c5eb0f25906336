package io.github.ecsdiscovery.generator.proof.reach;

import io.github.ecsdiscovery.generator.proof.check.Check;
import io.github.ecsdiscovery.generator.proof.check.CheckChain;
import io.github.ecsdiscovery.generator.proof.check.Tristate;
import io.github.ecsdiscovery.generator.proof.network.InternetRoutes;
import io.github.ecsdiscovery.generator.proof.network.NetworkMember;
import io.github.ecsdiscovery.generator.proof.network.SecurityGroupPath;
import io.github.ecsdiscovery.generator.proof.network.VpcEndpoints;
import io.github.ecsdiscovery.generator.proof.task.DeployedTask;
import io.github.ecsdiscovery.generator.proof.traffic.AddressRange;
import io.github.ecsdiscovery.generator.proof.traffic.RulePeer;
import io.github.ecsdiscovery.generator.proof.traffic.SecurityGroupRules;
import io.github.ecsdiscovery.generator.proof.traffic.Traffic;
import io.github.ecsdiscovery.generator.proof.traffic.TrafficRule;
import io.github.ecsdiscovery.generator.proof.traffic.TrafficRule.Direction;
import io.github.ecsdiscovery.generator.template.Template;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Answers whether tasks reach something outside their VPC on tcp 443: a service of AWS through a VPC endpoint if one applies,
 * and anything else through the internet.
 */
public final class ExternalReachability {
    private static final Traffic HTTPS = Traffic.port("tcp", 443);

    private final Template template;
    private final SecurityGroupRules rules;
    private final InternetRoutes internetRoutes;
    private final VpcEndpoints endpoints;

    public ExternalReachability(Template template, SecurityGroupRules rules) {
        this.template = template;
        this.rules = rules;
        this.internetRoutes = new InternetRoutes(template);
        this.endpoints = new VpcEndpoints(template, rules);
    }

    /** Returns the way from a task to the internet. */
    public CheckChain internet(DeployedTask task) {
        return internet(task, ExternalReachability::includesPublicAddresses);
    }

    private CheckChain internet(DeployedTask task, Function<RulePeer, Tristate> includesTarget) {
        NetworkMember member = task.member();
        return CheckChain.of(egressRule(member, includesTarget)).then(route(member, task.publicAddress()));
    }

    /**
     * Returns the way from a task to several services of AWS.
     *
     * @param services the services as the names of their endpoints end: {@code ecr.api}
     */
    public CheckChain awsServices(DeployedTask task, List<String> services) {
        NetworkMember member = task.member();
        CheckChain path = CheckChain.of();
        for (String service : services) {
            Optional<CheckChain> throughEndpoint = endpoints.pathTo(
                    member, service, HTTPS, () -> egressRule(member, ExternalReachability::includesPublicAddresses));
            path = path.then(throughEndpoint.orElseGet(() -> internet(task, peer -> includesAwsService(member, peer))));
        }
        return path;
    }

    /** In an existing VPC, endpoints that the template does not contain may have any address, private ones included. */
    private Tristate includesAwsService(NetworkMember member, RulePeer peer) {
        boolean isVpcInTemplate =
                template.resource(member.vpc(), "AWS::EC2::VPC").isPresent();
        return isVpcInTemplate
                ? includesPublicAddresses(peer)
                : includesPublicAddresses(peer).or(Tristate.UNKNOWN);
    }

    /** Returns the way from a member to the internet, without the security group rule that permits the traffic. */
    CheckChain route(NetworkMember member, boolean publicAddress) {
        return internetRoutes.toInternet(member.subnets(), publicAddress, member.line());
    }

    /** Returns the gateway endpoints of a member's route tables, which may lead to the addresses of a prefix list. */
    List<String> gatewayEndpoints(NetworkMember member) {
        return endpoints.gatewayEndpoints(member);
    }

    private Check egressRule(NetworkMember member, Function<RulePeer, Tristate> includesTarget) {
        List<TrafficRule> candidates = rules.of(member.groups(), Direction.EGRESS).stream()
                .filter(rule -> rule.traffic().covers(HTTPS))
                .toList();
        Check best = null;
        for (TrafficRule rule : candidates) {
            Tristate result = includesTarget.apply(rule.peer());
            if (result != Tristate.NO && (best == null || result.compareTo(best.result()) < 0)) {
                String only = result == Tristate.YES ? "" : "only ";
                String finding = rule.resource() + " lets " + rule.traffic() + " out " + only + "to " + rule.peer();
                best = new Check("egress", result, finding, rule.resource(), rule.line());
            }
        }
        return best == null ? noEgressRule(member) : best;
    }

    private Check noEgressRule(NetworkMember member) {
        String finding = "no rule of " + member.groupsText() + " lets tcp 443 out to the internet";
        return rules.ruleReplacingAllowAll(member.groups())
                .map(rule -> Check.no("egress", finding + "; " + SecurityGroupPath.replacesAllowAll(rule), rule.line()))
                .orElseGet(() -> Check.no("egress", finding, SecurityGroupPath.lineOfGroup(template, member)));
    }

    /** Returns whether a registry or a service of AWS is among the peer's addresses; unknown for a part of the internet. */
    private static Tristate includesPublicAddresses(RulePeer peer) {
        if (peer instanceof RulePeer.Network network) {
            AddressRange range = network.range();
            return range.equals(AddressRange.ANY) ? Tristate.YES : range.isPrivate() ? Tristate.NO : Tristate.UNKNOWN;
        }
        return peer instanceof RulePeer.PrefixList ? Tristate.UNKNOWN : Tristate.NO;
    }
}
