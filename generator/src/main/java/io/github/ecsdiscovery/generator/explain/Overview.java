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

/** Lists the connections that a template allows: those from outside, then a table for each service and load balancer. */
public final class Overview {
    private final Proof proof;
    private final List<ServiceProof> services;
    private final List<LoadBalancerProof> balancers;
    private final List<PermittedFlow> flows;
    private final ServiceNames serviceNames;

    private Overview(Proof proof) {
        this.proof = proof;
        this.services = proof.services();
        this.balancers = proof.loadBalancers();
        this.flows = proof.flows();
        this.serviceNames =
                new ServiceNames(services.stream().map(ServiceProof::name).toList());
    }

    /** Returns the text of a proof, as complete lines. */
    public static String of(Proof proof) {
        return new Overview(proof).text();
    }

    private String text() {
        List<String> parts = new ArrayList<>();
        parts.add(WrappedText.after(
                "", count() + ". Everything below is read from the rendered template; line numbers refer to it."));
        parts.add(openToOutside());
        TextTable unanalyzed = new TextTable("Not analyzed, but may change the results below");
        proof.unanalyzedResources()
                .forEach(spot -> unanalyzed.sentence("", spot.finding() + " (" + Phrase.lines(spot.line()) + ")"));
        if (!unanalyzed.isEmpty()) {
            parts.add(unanalyzed.text());
        }
        services.forEach(service -> parts.add(new ServiceReport(service.name(), flows, serviceNames).of(service)));
        balancers.forEach(balancer -> parts.add(new ServiceReport(balancer.name(), flows, serviceNames).of(balancer)));
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

    /** Lists each rule that allows connections from outside once, with the services that it applies to. */
    private String openToOutside() {
        Map<ExternalIngress, List<String>> ingresses = new LinkedHashMap<>();
        services.forEach(
                service -> service.external().ingress().forEach(ingress -> add(ingresses, ingress, service.name())));
        balancers.forEach(
                balancer -> balancer.externalIngress().forEach(ingress -> add(ingresses, ingress, balancer.name())));
        if (ingresses.isEmpty()) {
            return "Open to the outside: nothing\n";
        }
        TextTable table = new TextTable("Open to the outside");
        ingresses.forEach((ingress, names) -> table.row(
                "",
                serviceNames.phrase(names),
                ingress.rule().traffic().toString(),
                ingress.rule().peer().toString(),
                Phrase.origin(ingress),
                Phrase.lines(ingress.rule().line())));
        return table.text();
    }

    private static void add(Map<ExternalIngress, List<String>> ingresses, ExternalIngress ingress, String name) {
        ingresses.computeIfAbsent(ingress, absent -> new ArrayList<>()).add(name);
    }
}
