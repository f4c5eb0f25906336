package io.github.ecsdiscovery.generator.proof;

import io.github.ecsdiscovery.generator.proof.Rule.Direction;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What may pass from one member of a VPC to another, or from one of its tasks to the next. */
final class Passage {
    private final Template template;
    private final Member from;
    private final Member to;
    private final List<Rule> out;
    private final List<Rule> in;
    private final GroupRules rules;

    Passage(Template template, GroupRules rules, Member from, Member to) {
        this.template = template;
        this.rules = rules;
        this.from = from;
        this.to = to;
        this.out = groupsFirst(rules.of(from.groups(), Direction.OUT));
        this.in = groupsFirst(rules.of(to.groups(), Direction.IN));
    }

    /** Of two rules that let the same through, the one is told that means the other by its group. */
    private static List<Rule> groupsFirst(List<Rule> rules) {
        return rules.stream()
                .sorted(Comparator.comparing(rule -> !(rule.peer() instanceof Peer.Group)))
                .toList();
    }

    /** All that may pass; what is part of something else is not told twice. */
    List<Flow> flows() {
        List<Flow> flows = new ArrayList<>();
        for (Rule leaving : out) {
            for (Rule entering : in) {
                Answer answer = to.isPartOf(leaving.peer())
                        .and(from.isPartOf(entering.peer()))
                        .and(inOneVpc());
                if (answer != Answer.NO) {
                    leaving.traffic()
                            .and(entering.traffic())
                            .map(both -> new Flow(from.name(), to.name(), both, answer, leaving, entering))
                            .ifPresent(flow -> add(flow, flows));
                }
            }
        }
        return flows;
    }

    private static void add(Flow flow, List<Flow> flows) {
        if (flows.stream().noneMatch(one -> one.covers(flow))) {
            flows.removeIf(flow::covers);
            flows.add(flow);
        }
    }

    /** What has to be so for this traffic to pass. */
    List<Hop> hops(Traffic traffic) {
        return List.of(rule("egress", out, to, traffic, from), route(), rule("ingress", in, from, traffic, to));
    }

    private Hop rule(String what, List<Rule> candidates, Member other, Traffic traffic, Member owner) {
        String way = what.equals("egress") ? " out to " : " in from ";
        Hop best = null;
        for (Rule rule : candidates) {
            Answer answer = rule.traffic().covers(traffic) ? other.isPartOf(rule.peer()) : Answer.NO;
            if (answer != Answer.NO && (best == null || answer.compareTo(best.answer()) < 0)) {
                String says = rule.resource() + " lets " + rule.traffic() + way + rule.peer();
                best = new Hop(what, answer, says, rule.resource(), rule.line());
            }
        }
        return best == null ? shut(what, way + other.name(), traffic, owner) : best;
    }

    private Hop shut(String what, String way, Traffic traffic, Member owner) {
        String says = "no rule of " + owner.groupsInWords() + " lets " + traffic + way;
        if (what.equals("egress") && rules.closing(owner.groups()).isPresent()) {
            Rule closing = rules.closing(owner.groups()).get();
            String why = "; " + closing.resource() + ", a rule of its own, takes the inline allow-all away";
            return Hop.no(what, says + why, closing.line());
        }
        int line = owner.groups().stream()
                .flatMap(group -> template.find(group, "AWS::EC2::SecurityGroup").stream())
                .map(Resource::line)
                .findFirst()
                .orElse(owner.line());
        return Hop.no(what, says, line);
    }

    private Answer inOneVpc() {
        if (from.vpc().isEmpty() || to.vpc().isEmpty()) {
            return Answer.UNKNOWN;
        }
        return from.vpc().equals(to.vpc()) ? Answer.YES : Answer.NO;
    }

    private Hop route() {
        String vpc = from.vpc();
        return switch (inOneVpc()) {
            case YES ->
                template.find(vpc, "AWS::EC2::VPC")
                        .map(one -> Hop.yes("route", "both are in " + vpc + ", which routes between its subnets", one))
                        .orElseGet(() -> new Hop(
                                "route",
                                Answer.YES,
                                "both are in " + vpc + ", which routes between its subnets",
                                "",
                                from.line()));
            case UNKNOWN -> Hop.unknown("route", "in which VPC they are is not part of this template", from.line());
            case NO ->
                Hop.no("route", from.name() + " is in " + vpc + ", " + to.name() + " in " + to.vpc(), from.line());
        };
    }
}
