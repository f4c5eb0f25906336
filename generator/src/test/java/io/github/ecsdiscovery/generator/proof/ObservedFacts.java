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

/** The facts that a proof finds in a template, in the same words as {@link ExpectedFacts}. */
final class ObservedFacts {
    private final Proof proof;
    private final SortedSet<String> facts = new TreeSet<>();

    private ObservedFacts(Proof proof) {
        this.proof = proof;
    }

    static SortedSet<String> of(String template) {
        return of(Proof.of(template));
    }

    static SortedSet<String> of(Proof proof) {
        ObservedFacts observed = new ObservedFacts(proof);
        proof.services().forEach(observed::addService);
        proof.loadBalancers().forEach(observed::addLoadBalancer);
        proof.flows().forEach(observed::addFlow);
        proof.unanalyzedResources().forEach(resource -> observed.facts.add("warning: " + resource.finding()));
        return observed.facts;
    }

    private void addService(ServiceProof service) {
        String name = service.name();
        ServiceProof.Placement placement = service.placement();
        facts.add(name + " runs in " + String.join(" ", placement.subnets())
                + (placement.publicAddress() ? " with a public address" : ""));
        addTasks(name, service.tasks());
        addDiscovery(name, service.discovery());
        addStartup(name, service.startup());
        service.secrets()
                .injected()
                .forEach(secret -> facts.add(
                        name + " injects " + secret.variable() + ": " + secret.key() + " of " + secret.arn()));
        service.secrets()
                .grants()
                .forEach(grant -> facts.add(name + " may " + grant.action() + " " + grant.resource()));
        service.external()
                .loadBalancers()
                .forEach(route ->
                        facts.add(name + " serves " + route.loadBalancer() + " at " + route.listener() + " for "
                                + (route.conditions().isEmpty() ? "all requests" : route.conditions()) + ": "
                                + route.path().result()));
        addRules(
                name,
                service.rules().ingress(),
                service.rules().egress(),
                service.external().ingress());
    }

    private void addTasks(String name, ServiceProof.Tasks tasks) {
        tasks.containers().forEach(container -> addContainer(name, container));
        tasks.logGroups().forEach(group -> facts.add(name + " logs to " + group));
        tasks.ports().forEach(traffic -> facts.add(name + " listens on " + traffic));
        tasks.registries().forEach(registry -> facts.add(name + " pulls from " + registry));
    }

    private void addContainer(String name, ContainerSummary container) {
        facts.add(name + " runs " + container.name() + (container.essential() ? "" : ", not essential"));
        container
                .dependencies()
                .forEach(dependency -> facts.add(container.name() + " of " + name + " waits for "
                        + dependency.condition() + " of " + dependency.container()));
    }

    private void addStartup(String name, ServiceProof.Startup startup) {
        addPath(name + " pulls", startup.pulls());
        addPath(name + " logs", startup.logs());
        startup.logs().checks().stream()
                .filter(check -> check.subject().equals("key"))
                .forEach(check -> facts.add(name + " encrypts logs: " + check.finding()));
        if (startup.secrets() != null) {
            addPath(name + " fetches secrets", startup.secrets());
        }
        if (startup.ecsExec() != null) {
            addPath(name + " opens sessions", startup.ecsExec());
        }
        if (startup.proxy() != null) {
            addPath(name + " connects its proxy", startup.proxy());
        }
        facts.add(name + " resolves: " + startup.dns().result());
        facts.add(name + " starts: " + startup.starts().result());
    }

    private void addPath(String action, CheckChain path) {
        facts.add(action + ": " + path.result());
        facts.add(action + " through " + path.viaText());
    }

    private void addDiscovery(String name, ServiceProof.Discovery discovery) {
        discovery
                .names()
                .forEach(registration -> facts.add(name + " is registered as " + registration.host() + ": "
                        + registration.records().stream().sorted().collect(Collectors.joining(" "))
                        + (registration.port().isEmpty() ? "" : " " + registration.port())));
        discovery
                .aliases()
                .forEach(alias -> facts.add(name + " calls " + alias.name() + ": " + alias.host() + " at "
                        + alias.port() + " " + alias.url() + ", which is "
                        + (alias.callee().isEmpty() ? "no service" : alias.callee())));
        discovery.aliases().stream()
                .filter(alias -> !alias.callee().isEmpty())
                .forEach(alias -> facts.add(name + " finds " + alias.name() + " by "
                        + (alias.lookup().via().isEmpty()
                                ? "DNS"
                                : alias.lookup().viaText())
                        + ": " + alias.lookup().result()));
    }

    private void addLoadBalancer(LoadBalancerProof loadBalancer) {
        addRules(loadBalancer.name(), loadBalancer.ingress(), loadBalancer.egress(), loadBalancer.externalIngress());
    }

    private void addRules(
            String name, List<TrafficRule> ingress, List<TrafficRule> egress, List<ExternalIngress> external) {
        ingress.forEach(rule -> facts.add(name + " lets in " + rule.traffic() + " from " + peer(rule)));
        egress.forEach(rule -> facts.add(name + " lets out " + rule.traffic() + " to " + peer(rule)));
        external.forEach(opening -> facts.add(name + " is open to "
                + opening.rule().peer() + " at " + opening.rule().traffic() + ": " + opening.fromInternet()));
    }

    /** Returns the names of the services that have the rule's peer as their group, or the peer itself. */
    private String peer(TrafficRule rule) {
        String peer = rule.peer().toString();
        String services = proof.services().stream()
                .filter(service -> service.placement().groups().contains(peer))
                .map(ServiceProof::name)
                .collect(Collectors.joining(" "));
        return services.isEmpty() ? peer : services;
    }

    private void addFlow(PermittedFlow flow) {
        String perhaps = flow.certainty() == Tristate.YES ? "" : " perhaps";
        facts.add(flow.from() + " reaches " + flow.to() + " at " + flow.traffic() + perhaps);
    }
}
