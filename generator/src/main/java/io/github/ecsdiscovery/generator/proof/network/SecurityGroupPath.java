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

/** What may pass from one member of a VPC to another, or from one of its tasks to the next. */
public final class SecurityGroupPath {
    private final Template template;
    private final NetworkMember from;
    private final NetworkMember to;
    private final List<TrafficRule> out;
    private final List<TrafficRule> in;
    private final SecurityGroupRules rules;

    public SecurityGroupPath(Template template, SecurityGroupRules rules, NetworkMember from, NetworkMember to) {
        this.template = template;
        this.rules = rules;
        this.from = from;
        this.to = to;
        this.out = groupsFirst(rules.of(from.groups(), Direction.OUT));
        this.in = groupsFirst(rules.of(to.groups(), Direction.IN));
    }

    /** Of two rules that let the same through, the one is told that means the other by its group. */
    private static List<TrafficRule> groupsFirst(List<TrafficRule> rules) {
        return rules.stream()
                .sorted(Comparator.comparing(rule -> !(rule.peer() instanceof RulePeer.Group)))
                .toList();
    }

    /** All that may pass; what is part of something else is not told twice. */
    public List<PermittedFlow> flows() {
        List<PermittedFlow> flows = new ArrayList<>();
        for (TrafficRule leaving : out) {
            for (TrafficRule entering : in) {
                Tristate answer = to.isPartOf(leaving.peer())
                        .and(from.isPartOf(entering.peer()))
                        .and(inOneVpc());
                if (answer != Tristate.NO) {
                    leaving.traffic()
                            .and(entering.traffic())
                            .map(both -> new PermittedFlow(from.name(), to.name(), both, answer, leaving, entering))
                            .ifPresent(flow -> add(flow, flows));
                }
            }
        }
        return flows;
    }

    private static void add(PermittedFlow flow, List<PermittedFlow> flows) {
        if (flows.stream().noneMatch(one -> one.covers(flow))) {
            flows.removeIf(flow::covers);
            flows.add(flow);
        }
    }

    /** What has to be so for this traffic to pass. */
    public List<Check> hops(Traffic traffic) {
        return List.of(rule("egress", out, to, traffic, from), route(), rule("ingress", in, from, traffic, to));
    }

    private Check rule(
            String what, List<TrafficRule> candidates, NetworkMember other, Traffic traffic, NetworkMember owner) {
        String way = what.equals("egress") ? " out to " : " in from ";
        Check best = null;
        for (TrafficRule rule : candidates) {
            Tristate answer = rule.traffic().covers(traffic) ? other.isPartOf(rule.peer()) : Tristate.NO;
            if (answer != Tristate.NO && (best == null || answer.compareTo(best.answer()) < 0)) {
                String says = rule.resource() + " lets " + rule.traffic() + way + rule.peer();
                best = new Check(what, answer, says, rule.resource(), rule.line());
            }
        }
        return best == null ? shut(what, way + other.name(), traffic, owner) : best;
    }

    private Check shut(String what, String way, Traffic traffic, NetworkMember owner) {
        String says = "no rule of " + owner.groupsInWords() + " lets " + traffic + way;
        if (what.equals("egress") && rules.closing(owner.groups()).isPresent()) {
            TrafficRule closing = rules.closing(owner.groups()).get();
            String why = "; " + closing.resource() + ", a rule of its own, takes the inline allow-all away";
            return Check.no(what, says + why, closing.line());
        }
        int line = owner.groups().stream()
                .flatMap(group -> template.find(group, "AWS::EC2::SecurityGroup").stream())
                .map(TemplateResource::line)
                .findFirst()
                .orElse(owner.line());
        return Check.no(what, says, line);
    }

    private Tristate inOneVpc() {
        if (from.vpc().isEmpty() || to.vpc().isEmpty()) {
            return Tristate.UNKNOWN;
        }
        return from.vpc().equals(to.vpc()) ? Tristate.YES : Tristate.NO;
    }

    private Check route() {
        String vpc = from.vpc();
        return switch (inOneVpc()) {
            case YES ->
                template.find(vpc, "AWS::EC2::VPC")
                        .map(one ->
                                Check.yes("route", "both are in " + vpc + ", which routes between its subnets", one))
                        .orElseGet(() -> new Check(
                                "route",
                                Tristate.YES,
                                "both are in " + vpc + ", which routes between its subnets",
                                "",
                                from.line()));
            case UNKNOWN -> Check.unknown("route", "in which VPC they are is not part of this template", from.line());
            case NO ->
                Check.no("route", from.name() + " is in " + vpc + ", " + to.name() + " in " + to.vpc(), from.line());
        };
    }
}
