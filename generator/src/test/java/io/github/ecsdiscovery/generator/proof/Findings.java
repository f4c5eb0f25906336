package io.github.ecsdiscovery.generator.proof;

import io.github.ecsdiscovery.generator.proof.check.CheckChain;
import io.github.ecsdiscovery.generator.proof.check.Tristate;
import io.github.ecsdiscovery.generator.proof.reach.ExternalIngress;
import io.github.ecsdiscovery.generator.proof.task.ContainerSummary;
import io.github.ecsdiscovery.generator.proof.traffic.PermittedFlow;
import io.github.ecsdiscovery.generator.proof.traffic.TrafficRule;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What a template keeps, told in the words of {@link Promises}. */
final class Findings {
    private final Proof proof;
    private final SortedSet<String> facts = new TreeSet<>();

    private Findings(Proof proof) {
        this.proof = proof;
    }

    static SortedSet<String> of(String template) {
        return of(Proof.of(template));
    }

    static SortedSet<String> of(Proof proof) {
        Findings findings = new Findings(proof);
        findings.proof.services().forEach(findings::service);
        findings.proof.balancers().forEach(findings::balancer);
        findings.proof.flows().forEach(findings::flow);
        findings.proof.blindSpots().forEach(spot -> findings.facts.add("not looked at: " + spot.says()));
        return findings.facts;
    }

    private void service(ServiceProof one) {
        String name = one.name();
        one.containers().forEach(container -> container(name, container));
        facts.add(name + " runs in " + String.join(" ", one.subnets())
                + (one.publicAddress() ? " with a public address" : ""));
        one.logGroups().forEach(group -> facts.add(name + " logs to " + group));
        one.listening().forEach(traffic -> facts.add(name + " listens at " + traffic));
        names(name, one);
        one.registries().forEach(registry -> facts.add(name + " pulls from " + registry));
        way(name + " pulls", one.pulls());
        way(name + " logs", one.logs());
        one.logs().hops().stream()
                .filter(hop -> hop.what().equals("key"))
                .forEach(hop -> facts.add(name + " logs under a key: " + hop.says()));
        one.given()
                .forEach(given ->
                        facts.add(name + " is given " + given.variable() + ": " + given.key() + " of " + given.arn()));
        one.readings().forEach(reading -> facts.add(name + " may " + reading.action() + " " + reading.resource()));
        if (one.fetches() != null) {
            way(name + " fetches", one.fetches());
        }
        if (one.sessions() != null) {
            way(name + " opens sessions", one.sessions());
        }
        if (one.connects() != null) {
            way(name + " tells its proxy", one.connects());
        }
        facts.add(name + " resolves: " + one.resolves().answer());
        facts.add(name + " starts: " + one.starts().answer());
        one.fronts()
                .forEach(front -> facts.add(name + " answers " + front.balancer() + " at " + front.listener()
                        + " for " + (front.paths().isEmpty() ? "everything" : front.paths()) + ": "
                        + front.trail().answer()));
        edges(name, one.in(), one.out(), one.openings());
    }

    private void container(String name, ContainerSummary one) {
        facts.add(name + " runs " + one.name() + (one.essential() ? "" : ", which may end"));
        one.waits()
                .forEach(wait -> facts.add(
                        one.name() + " of " + name + " waits for " + wait.condition() + " of " + wait.container()));
    }

    /** How it is found, and how it finds those that it calls. */
    private void names(String name, ServiceProof one) {
        one.names()
                .forEach(found -> facts.add(name + " is found as " + found.host() + ": "
                        + found.records().stream().sorted().collect(Collectors.joining(" "))
                        + (found.port().isEmpty() ? "" : " " + found.port())));
        one.aliases()
                .forEach(alias -> facts.add(name + " calls " + alias.name() + ": " + alias.host() + " at "
                        + alias.port() + " " + alias.url() + ", which is "
                        + (alias.callee().isEmpty() ? "nobody" : alias.callee())));
        one.aliases().stream()
                .filter(alias -> !alias.callee().isEmpty())
                .forEach(alias -> facts.add(name + " finds " + alias.name() + " by "
                        + (alias.lookup().through().isEmpty()
                                ? "DNS"
                                : alias.lookup().through())
                        + ": " + alias.lookup().answer()));
    }

    private void way(String does, CheckChain trail) {
        facts.add(does + ": " + trail.answer());
        facts.add(does + " through " + trail.through());
    }

    private void balancer(LoadBalancerProof one) {
        edges(one.name(), one.in(), one.out(), one.openings());
    }

    private void edges(String name, List<TrafficRule> in, List<TrafficRule> out, List<ExternalIngress> openings) {
        in.forEach(rule -> facts.add(name + " lets in " + rule.traffic() + " from " + peer(rule)));
        out.forEach(rule -> facts.add(name + " lets out " + rule.traffic() + " to " + peer(rule)));
        openings.forEach(opening -> facts.add(name + " is open to "
                + opening.rule().peer() + " at " + opening.rule().traffic() + ": " + opening.fromInternet()));
    }

    /** The services that have the group, or the end itself. */
    private String peer(TrafficRule rule) {
        String members = proof.services().stream()
                .filter(one -> one.groups().contains(rule.peer().toString()))
                .map(ServiceProof::name)
                .collect(Collectors.joining(" "));
        return members.isEmpty() ? rule.peer().toString() : members;
    }

    private void flow(PermittedFlow flow) {
        String perhaps = flow.answer() == Tristate.YES ? "" : " perhaps";
        facts.add(flow.from() + " reaches " + flow.to() + " at " + flow.traffic() + perhaps);
    }
}
