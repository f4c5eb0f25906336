package io.github.ecsdiscovery.generator.proof;

import io.github.ecsdiscovery.generator.model.Config;
import io.github.ecsdiscovery.generator.model.loadbalancer.Http;
import io.github.ecsdiscovery.generator.model.loadbalancer.LoadBalancer;
import io.github.ecsdiscovery.generator.model.loadbalancer.Scheme;
import io.github.ecsdiscovery.generator.model.network.Cidr;
import io.github.ecsdiscovery.generator.model.network.SecurityGroups;
import io.github.ecsdiscovery.generator.model.network.Source;
import io.github.ecsdiscovery.generator.model.service.Service;
import io.github.ecsdiscovery.generator.proof.check.Tristate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** The facts that a config demands of its load balancer: what reaches it, and which services it forwards requests to. */
final class ExpectedLoadBalancerFacts {
    private static final String NAME = "LoadBalancer";

    private final Config config;
    private final ExpectedFacts expected;
    private final SortedSet<String> facts = new TreeSet<>();

    private ExpectedLoadBalancerFacts(Config config, ExpectedFacts expected) {
        this.config = config;
        this.expected = expected;
    }

    static Set<String> of(Config config, ExpectedFacts expected) {
        LoadBalancer loadBalancer = config.loadBalancer();
        if (loadBalancer == null) {
            return Set.of();
        }
        ExpectedLoadBalancerFacts all = new ExpectedLoadBalancerFacts(config, expected);
        all.addIngress(loadBalancer);
        config.services().forEach((name, service) -> all.addRoute(loadBalancer, name, service));
        return all.facts;
    }

    private static boolean hasHttps(LoadBalancer loadBalancer) {
        return loadBalancer.certificate() != null || loadBalancer.domain() != null;
    }

    private static List<String> listeners(LoadBalancer loadBalancer) {
        List<String> ports = new ArrayList<>();
        if (hasHttps(loadBalancer)) {
            ports.add("tcp 443");
        }
        if (loadBalancer.httpListener()) {
            ports.add("tcp 80");
        }
        return ports;
    }

    private List<Source> sources(LoadBalancer loadBalancer) {
        if (loadBalancer.ingress() != null) {
            return loadBalancer.ingress();
        }
        Cidr vpc = config.network().vpc() == null
                ? config.network().cidr()
                : config.network().vpc().cidr();
        return List.of(new Source.Network(isPublic(loadBalancer) ? ExpectedFacts.ANYWHERE : vpc));
    }

    private static boolean isPublic(LoadBalancer loadBalancer) {
        return loadBalancer.scheme() == Scheme.INTERNET_FACING;
    }

    private boolean isShared() {
        return config.network().securityGroups() == SecurityGroups.SHARED;
    }

    private void addIngress(LoadBalancer loadBalancer) {
        for (Source source : sources(loadBalancer)) {
            for (String port : listeners(loadBalancer)) {
                facts.add(NAME + " lets in " + port + " from " + source);
                Tristate fromInternet = expected.fromInternet(source, isPublic(loadBalancer));
                facts.add(NAME + " is open to " + source + " at " + port + ": " + fromInternet);
                config.services().forEach((name, service) -> addCaller(name, service, source, port));
            }
        }
    }

    /** Expects that a service reaches the load balancer like any other client, if its own egress permits that. */
    private void addCaller(String name, Service service, Source source, String port) {
        Tristate ingress = expected.includesServices(source);
        Tristate egress = isShared()
                ? Tristate.YES
                : service.egress().stream()
                        .filter(rule -> ExpectedFacts.traffic(rule.port()).equals(port))
                        .map(rule -> expected.includesServices(rule.to()))
                        .reduce(Tristate.NO, Tristate::or);
        Tristate certainty = ingress.and(egress);
        if (certainty != Tristate.NO) {
            facts.add(name + " reaches " + NAME + " at " + port + (certainty == Tristate.YES ? "" : " perhaps"));
        }
    }

    private void addRoute(LoadBalancer loadBalancer, String name, Service service) {
        Http http = service.http();
        if (http == null || !http.enabled()) {
            return;
        }
        String port = "tcp " + containerPort(service, http);
        List<String> groupMembers =
                isShared() ? List.copyOf(new TreeSet<>(config.services().keySet())) : List.of(name);
        facts.add(NAME + " lets out " + port + " to " + String.join(" ", groupMembers));
        for (String member : groupMembers) {
            facts.add(member + " lets in " + port + " from LoadBalancerSecurityGroup");
            facts.add(NAME + " reaches " + member + " at " + port);
        }
        String listener = hasHttps(loadBalancer) ? "tcp 443" : "tcp 80";
        String host = http.host() == null ? "" : http.host() + " ";
        String paths = http.path().equals("/") ? "/*" : http.path() + " " + http.path() + "/*";
        boolean isUnknown = config.network().vpc() != null && isPublic(loadBalancer);
        facts.add(name + " serves " + NAME + " at " + listener + " for " + host + paths + ": "
                + (isUnknown ? Tristate.UNKNOWN : Tristate.YES));
    }

    private static int containerPort(Service service, Http http) {
        return service.allPorts().stream()
                .filter(port -> http.port() == null || Objects.equals(port.name(), http.port()))
                .findFirst()
                .orElseThrow()
                .port()
                .number();
    }
}
