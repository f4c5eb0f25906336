package io.github.ecsdiscovery.generator.proof.reach;

import io.github.ecsdiscovery.generator.proof.check.Check;
import io.github.ecsdiscovery.generator.proof.check.CheckChain;
import io.github.ecsdiscovery.generator.proof.check.Tristate;
import io.github.ecsdiscovery.generator.proof.network.InternetRoutes;
import io.github.ecsdiscovery.generator.proof.network.NetworkMember;
import io.github.ecsdiscovery.generator.proof.network.VpcEndpoints;
import io.github.ecsdiscovery.generator.proof.task.DeployedTask;
import io.github.ecsdiscovery.generator.proof.traffic.AddressRange;
import io.github.ecsdiscovery.generator.proof.traffic.RulePeer;
import io.github.ecsdiscovery.generator.proof.traffic.SecurityGroupRules;
import io.github.ecsdiscovery.generator.proof.traffic.Traffic;
import io.github.ecsdiscovery.generator.proof.traffic.TrafficRule;
import io.github.ecsdiscovery.generator.proof.traffic.TrafficRule.Direction;
import io.github.ecsdiscovery.generator.template.Template;
import io.github.ecsdiscovery.generator.template.TemplateResource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** How tasks reach what is outside of their VPC at tcp 443: a service of AWS by an endpoint, and all else by the internet. */
public final class ExternalReachability {
    private static final Traffic HTTPS = Traffic.port("tcp", 443);

    private final Template template;
    private final SecurityGroupRules rules;
    private final InternetRoutes ways;
    private final VpcEndpoints endpoints;

    public ExternalReachability(Template template, SecurityGroupRules rules) {
        this.template = template;
        this.rules = rules;
        this.ways = new InternetRoutes(template);
        this.endpoints = new VpcEndpoints(template, rules);
    }

    /** The way to the internet. */
    public CheckChain internet(DeployedTask task) {
        return internet(task, ExternalReachability::leadsOut);
    }

    private CheckChain internet(DeployedTask task, Function<RulePeer, Tristate> leads) {
        NetworkMember member = task.member();
        return CheckChain.of(egress(member, leads)).then(route(member, task.publicAddress()));
    }

    /** The way to services of AWS, named as their endpoints are: {@code ecr.api}. */
    public CheckChain services(DeployedTask task, List<String> names) {
        CheckChain all = CheckChain.of();
        for (String name : names) {
            Optional<CheckChain> direct = endpoints.to(
                    task.member(), name, HTTPS, () -> egress(task.member(), ExternalReachability::leadsOut));
            all = all.then(direct.orElseGet(() -> internet(task, peer -> leadsToAws(task.member(), peer))));
        }
        return all;
    }

    /** In a VPC that is there already, endpoints of services may stand where only its own addresses are reached. */
    private Tristate leadsToAws(NetworkMember member, RulePeer peer) {
        boolean isOwn = template.find(member.vpc(), "AWS::EC2::VPC").isPresent();
        return isOwn ? leadsOut(peer) : leadsOut(peer).or(Tristate.UNKNOWN);
    }

    /** The way by which traffic of a rule leaves, without the rule itself. */
    CheckChain route(NetworkMember member, boolean publicAddress) {
        return ways.toInternet(member.subnets(), publicAddress, member.line());
    }

    /** Gateway endpoints, which lead to what a prefix list has, if it is theirs. */
    List<String> gateways(NetworkMember member) {
        return endpoints.gateways(member);
    }

    /** Whether a group lets tcp 443 out to the internet. */
    private Check egress(NetworkMember member, Function<RulePeer, Tristate> leads) {
        List<TrafficRule> out = rules.of(member.groups(), Direction.OUT).stream()
                .filter(rule -> rule.traffic().covers(HTTPS))
                .toList();
        Check best = null;
        for (TrafficRule rule : out) {
            Tristate answer = leads.apply(rule.peer());
            if (answer != Tristate.NO && (best == null || answer.compareTo(best.answer()) < 0)) {
                String all = answer == Tristate.YES ? "" : " alone";
                String says = rule.resource() + " lets " + rule.traffic() + " out to " + rule.peer() + all;
                best = new Check("egress", answer, says, rule.resource(), rule.line());
            }
        }
        return best == null ? shut(member) : best;
    }

    private Check shut(NetworkMember member) {
        String says = "no rule of " + member.groupsInWords() + " lets tcp 443 out to the internet";
        Optional<TrafficRule> closing = rules.closing(member.groups());
        String why = closing.map(
                        rule -> "; " + rule.resource() + ", a rule of its own, takes the inline allow-all away")
                .orElse("");
        int line = closing.map(TrafficRule::line)
                .orElseGet(() -> member.groups().stream()
                        .flatMap(group -> template.find(group, "AWS::EC2::SecurityGroup").stream())
                        .map(TemplateResource::line)
                        .findFirst()
                        .orElse(member.line()));
        return Check.no("egress", says + why, line);
    }

    /** Whether a registry or a service of AWS is there: of a part of the internet, nobody knows. */
    private static Tristate leadsOut(RulePeer peer) {
        if (peer instanceof RulePeer.Network network) {
            AddressRange range = network.range();
            return range.equals(AddressRange.EVERYTHING)
                    ? Tristate.YES
                    : range.isPrivate() ? Tristate.NO : Tristate.UNKNOWN;
        }
        return peer instanceof RulePeer.PrefixList ? Tristate.UNKNOWN : Tristate.NO;
    }
}
