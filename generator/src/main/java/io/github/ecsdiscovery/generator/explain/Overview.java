package io.github.ecsdiscovery.generator.explain;

import io.github.ecsdiscovery.generator.proof.LoadBalancerProof;
import io.github.ecsdiscovery.generator.proof.Proof;
import io.github.ecsdiscovery.generator.proof.ServiceProof;
import io.github.ecsdiscovery.generator.proof.reach.ExternalIngress;
import io.github.ecsdiscovery.generator.proof.traffic.PermittedFlow;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All that a template lets through: what is open to the outside, then a table for each service and load balancer. */
public final class Overview {
    private final Proof proof;
    private final List<ServiceProof> services;
    private final List<LoadBalancerProof> balancers;
    private final List<PermittedFlow> flows;
    private final ServiceNames everybody;

    private Overview(Proof proof) {
        this.proof = proof;
        this.services = proof.services();
        this.balancers = proof.loadBalancers();
        this.flows = proof.flows();
        this.everybody =
                new ServiceNames(services.stream().map(ServiceProof::name).toList());
    }

    public static String of(Proof proof) {
        return new Overview(proof).text();
    }

    private String text() {
        List<String> parts = new ArrayList<>();
        parts.add(WrappedText.behind(
                "", count() + ", read from the template alone; its lines are those that `render` prints."));
        parts.add(outside());
        TextTable unseen = new TextTable("Not looked at, though it may change what stands below");
        proof.unanalyzedResources()
                .forEach(spot -> unseen.say("", spot.finding() + " (" + Phrase.lines(spot.line()) + ")"));
        if (!unseen.isEmpty()) {
            parts.add(unseen.text());
        }
        services.forEach(one -> parts.add(new ServiceReport(one.name(), flows, everybody).of(one)));
        balancers.forEach(one -> parts.add(new ServiceReport(one.name(), flows, everybody).of(one)));
        return String.join("\n", parts);
    }

    private String count() {
        String balanced = switch (balancers.size()) {
            case 0 -> "";
            case 1 -> " behind 1 load balancer";
            default -> " behind " + balancers.size() + " load balancers";
        };
        return services.size() + (services.size() == 1 ? " service" : " services") + balanced;
    }

    /** Each rule that lets outsiders in once, with all whom it opens. */
    private String outside() {
        Map<ExternalIngress, List<String>> openings = new LinkedHashMap<>();
        services.forEach(one -> one.external().ingress().forEach(opening -> add(openings, opening, one.name())));
        balancers.forEach(one -> one.externalIngress().forEach(opening -> add(openings, opening, one.name())));
        if (openings.isEmpty()) {
            return "Open to the outside: nothing\n";
        }
        TextTable table = new TextTable("Open to the outside");
        openings.forEach((opening, names) -> table.row(
                "",
                everybody.named(names),
                opening.rule().traffic().toString(),
                opening.rule().peer().toString(),
                Phrase.origin(opening),
                Phrase.lines(opening.rule().line())));
        return table.text();
    }

    private static void add(Map<ExternalIngress, List<String>> openings, ExternalIngress opening, String name) {
        openings.computeIfAbsent(opening, absent -> new ArrayList<>()).add(name);
    }
}
