package io.github.ecsdiscovery.generator.proof.network;

import io.github.ecsdiscovery.generator.proof.check.Check;
import io.github.ecsdiscovery.generator.proof.check.Tristate;
import io.github.ecsdiscovery.generator.proof.traffic.PermittedFlow;
import io.github.ecsdiscovery.generator.proof.traffic.RulePeer;
import io.github.ecsdiscovery.generator.proof.traffic.SecurityGroupRules;
import io.github.ecsdiscovery.generator.proof.traffic.Traffic;
import io.github.ecsdiscovery.generator.proof.traffic.TrafficRule;
import io.github.ecsdiscovery.generator.proof.traffic.TrafficRule.Direction;
import io.github.ecsdiscovery.generator.template.Template;
import io.github.ecsdiscovery.generator.template.TemplateResource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Answers what traffic may pass from one member of a VPC to another, or from one task of a member to another task.
 *
 * <p>Security groups are stateful and deny by default. Traffic passes if an egress rule of the sender and an ingress rule of the
 * receiver both permit it and both are in one VPC, whose local route covers all of its subnets. Source: the page "Security
 * group rules" of the Amazon VPC User Guide.
 */
public final class SecurityGroupPath {
    private final Template template;
    private final NetworkMember from;
    private final NetworkMember to;
    private final List<TrafficRule> egress;
    private final List<TrafficRule> ingress;
    private final SecurityGroupRules rules;

    public SecurityGroupPath(Template template, SecurityGroupRules rules, NetworkMember from, NetworkMember to) {
        this.template = template;
        this.rules = rules;
        this.from = from;
        this.to = to;
        this.egress = groupPeersFirst(rules.of(from.groups(), Direction.EGRESS));
        this.ingress = groupPeersFirst(rules.of(to.groups(), Direction.INGRESS));
    }

    /** Sorts rules so that of two equivalent rules the one that names a security group is reported. */
    private static List<TrafficRule> groupPeersFirst(List<TrafficRule> rules) {
        return rules.stream()
                .sorted(Comparator.comparing(rule -> !(rule.peer() instanceof RulePeer.Group)))
                .toList();
    }

    /** Returns all traffic that may pass, without flows that another flow covers. */
    public List<PermittedFlow> flows() {
        List<PermittedFlow> flows = new ArrayList<>();
        for (TrafficRule outgoing : egress) {
            for (TrafficRule incoming : ingress) {
                Tristate certainty = to.matches(outgoing.peer())
                        .and(from.matches(incoming.peer()))
                        .and(sameVpc());
                if (certainty != Tristate.NO) {
                    outgoing.traffic()
                            .intersect(incoming.traffic())
                            .map(traffic ->
                                    new PermittedFlow(from.name(), to.name(), traffic, certainty, outgoing, incoming))
                            .ifPresent(flow -> addUnlessCovered(flow, flows));
                }
            }
        }
        return flows;
    }

    private static void addUnlessCovered(PermittedFlow flow, List<PermittedFlow> flows) {
        if (flows.stream().noneMatch(other -> other.covers(flow))) {
            flows.removeIf(flow::covers);
            flows.add(flow);
        }
    }

    /** Returns the conditions for the given traffic to pass: an egress rule, a route and an ingress rule. */
    public List<Check> checks(Traffic traffic) {
        return List.of(egressRule(traffic), route(), ingressRule(traffic));
    }

    private Check egressRule(Traffic traffic) {
        return bestRule("egress", egress, to, traffic, " out to ").orElseGet(() -> {
            String finding = "no rule of " + from.groupsText() + " lets " + traffic + " out to " + to.name();
            return rules.ruleReplacingAllowAll(from.groups())
                    .map(rule -> Check.no("egress", finding + "; " + replacesAllowAll(rule), rule.line()))
                    .orElseGet(() -> Check.no("egress", finding, lineOfGroup(template, from)));
        });
    }

    private Check ingressRule(Traffic traffic) {
        return bestRule("ingress", ingress, from, traffic, " in from ").orElseGet(() -> {
            String finding = "no rule of " + to.groupsText() + " lets " + traffic + " in from " + from.name();
            return Check.no("ingress", finding, lineOfGroup(template, to));
        });
    }

    private static Optional<Check> bestRule(
            String subject, List<TrafficRule> candidates, NetworkMember other, Traffic traffic, String direction) {
        Check best = null;
        for (TrafficRule rule : candidates) {
            Tristate result = rule.traffic().covers(traffic) ? other.matches(rule.peer()) : Tristate.NO;
            if (result != Tristate.NO && (best == null || result.compareTo(best.result()) < 0)) {
                String finding = rule.resource() + " lets " + rule.traffic() + direction + rule.peer();
                best = new Check(subject, result, finding, rule.resource(), rule.line());
            }
        }
        return Optional.ofNullable(best);
    }

    /** Returns a clause that explains why a group has no allow-all rule although the template contains one. */
    public static String replacesAllowAll(TrafficRule rule) {
        return "the separate rule " + rule.resource() + " removes the inline rule that allows everything";
    }

    /** Returns the line of the member's first group in the template, or else of the member itself. */
    public static int lineOfGroup(Template template, NetworkMember member) {
        return member.groups().stream()
                .flatMap(group -> template.resource(group, "AWS::EC2::SecurityGroup").stream())
                .map(TemplateResource::line)
                .findFirst()
                .orElse(member.line());
    }

    private Tristate sameVpc() {
        if (from.vpc().isEmpty() || to.vpc().isEmpty()) {
            return Tristate.UNKNOWN;
        }
        return from.vpc().equals(to.vpc()) ? Tristate.YES : Tristate.NO;
    }

    private Check route() {
        String vpc = from.vpc();
        return switch (sameVpc()) {
            case YES -> {
                String finding = "both are in " + vpc + ", which routes between its subnets";
                yield template.resource(vpc, "AWS::EC2::VPC")
                        .map(resource -> Check.yes("route", finding, resource))
                        .orElseGet(() -> Check.yes("route", finding, from.line()));
            }
            case UNKNOWN -> Check.unknown("route", "their VPCs are not part of this template", from.line());
            case NO ->
                Check.no(
                        "route",
                        from.name() + " is in " + vpc + ", but " + to.name() + " is in " + to.vpc(),
                        from.line());
        };
    }
}
