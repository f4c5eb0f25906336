package io.github.ecsdiscovery.generator.proof;

import io.github.ecsdiscovery.generator.proof.Rule.Direction;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** How tasks reach what is outside of their VPC at tcp 443: a service of AWS by an endpoint, and all else by the internet. */
final class Outside {
    private static final Traffic HTTPS = Traffic.port("tcp", 443);

    private final Template template;
    private final GroupRules rules;
    private final Ways ways;
    private final Endpoints endpoints;

    Outside(Template template, GroupRules rules) {
        this.template = template;
        this.rules = rules;
        this.ways = new Ways(template);
        this.endpoints = new Endpoints(template, rules);
    }

    /** The way to the internet. */
    Trail internet(Task task) {
        return internet(task, Outside::leadsOut);
    }

    private Trail internet(Task task, Function<Peer, Answer> leads) {
        Member member = task.member();
        return Trail.of(egress(member, leads)).then(route(member, task.publicAddress()));
    }

    /** The way to services of AWS, named as their endpoints are: {@code ecr.api}. */
    Trail services(Task task, List<String> names) {
        Trail all = Trail.of();
        for (String name : names) {
            Optional<Trail> direct =
                    endpoints.to(task.member(), name, HTTPS, () -> egress(task.member(), Outside::leadsOut));
            all = all.then(direct.orElseGet(() -> internet(task, peer -> leadsToAws(task.member(), peer))));
        }
        return all;
    }

    /** In a VPC that is there already, endpoints of services may stand where only its own addresses are reached. */
    private Answer leadsToAws(Member member, Peer peer) {
        boolean isOwn = template.find(member.vpc(), "AWS::EC2::VPC").isPresent();
        return isOwn ? leadsOut(peer) : leadsOut(peer).or(Answer.UNKNOWN);
    }

    /** The way by which traffic of a rule leaves, without the rule itself. */
    Trail route(Member member, boolean publicAddress) {
        return ways.toInternet(member.subnets(), publicAddress, member.line());
    }

    /** Gateway endpoints, which lead to what a prefix list has, if it is theirs. */
    List<String> gateways(Member member) {
        return endpoints.gateways(member);
    }

    /** Whether a group lets tcp 443 out to the internet. */
    private Hop egress(Member member, Function<Peer, Answer> leads) {
        List<Rule> out = rules.of(member.groups(), Direction.OUT).stream()
                .filter(rule -> rule.traffic().covers(HTTPS))
                .toList();
        Hop best = null;
        for (Rule rule : out) {
            Answer answer = leads.apply(rule.peer());
            if (answer != Answer.NO && (best == null || answer.compareTo(best.answer()) < 0)) {
                String all = answer == Answer.YES ? "" : " alone";
                String says = rule.resource() + " lets " + rule.traffic() + " out to " + rule.peer() + all;
                best = new Hop("egress", answer, says, rule.resource(), rule.line());
            }
        }
        return best == null ? shut(member) : best;
    }

    private Hop shut(Member member) {
        String says = "no rule of " + member.groupsInWords() + " lets tcp 443 out to the internet";
        Optional<Rule> closing = rules.closing(member.groups());
        String why = closing.map(
                        rule -> "; " + rule.resource() + ", a rule of its own, takes the inline allow-all away")
                .orElse("");
        int line = closing.map(Rule::line)
                .orElseGet(() -> member.groups().stream()
                        .flatMap(group -> template.find(group, "AWS::EC2::SecurityGroup").stream())
                        .map(Resource::line)
                        .findFirst()
                        .orElse(member.line()));
        return Hop.no("egress", says + why, line);
    }

    /** Whether a registry or a service of AWS is there: of a part of the internet, nobody knows. */
    private static Answer leadsOut(Peer peer) {
        if (peer instanceof Peer.Network network) {
            Cidr range = network.range();
            return range.equals(Cidr.EVERYTHING) ? Answer.YES : range.isPrivate() ? Answer.NO : Answer.UNKNOWN;
        }
        return peer instanceof Peer.PrefixList ? Answer.UNKNOWN : Answer.NO;
    }
}
