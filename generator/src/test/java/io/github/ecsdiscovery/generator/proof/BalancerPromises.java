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

/** What a config promises about its load balancer: who comes to it, and that it leads to the services that say so alone. */
final class BalancerPromises {
    private static final String NAME = "LoadBalancer";

    private final Config config;
    private final Promises promises;
    private final SortedSet<String> facts = new TreeSet<>();

    private BalancerPromises(Config config, Promises promises) {
        this.config = config;
        this.promises = promises;
    }

    static Set<String> of(Config config, Promises promises) {
        LoadBalancer said = config.loadBalancer();
        if (said == null) {
            return Set.of();
        }
        BalancerPromises all = new BalancerPromises(config, promises);
        all.openings(said);
        config.services().forEach((name, service) -> all.front(said, name, service));
        return all.facts;
    }

    private static boolean isSecure(LoadBalancer said) {
        return said.certificate() != null || said.domain() != null;
    }

    private static List<String> listening(LoadBalancer said) {
        List<String> ports = new ArrayList<>();
        if (isSecure(said)) {
            ports.add("tcp 443");
        }
        if (said.httpListener()) {
            ports.add("tcp 80");
        }
        return ports;
    }

    private List<Source> from(LoadBalancer said) {
        Cidr inside = config.network().vpc() == null
                ? config.network().cidr()
                : config.network().vpc().cidr();
        return said.ingress() != null
                ? said.ingress()
                : List.of(new Source.Network(said.scheme() == Scheme.INTERNET_FACING ? Cidr.of("0.0.0.0/0") : inside));
    }

    private void openings(LoadBalancer said) {
        for (Source source : from(said)) {
            for (String port : listening(said)) {
                facts.add(NAME + " lets in " + port + " from " + source);
                Tristate open = promises.fromInternet(source, said.scheme() == Scheme.INTERNET_FACING);
                facts.add(NAME + " is open to " + source + " at " + port + ": " + open);
                config.services().forEach((name, service) -> caller(name, service, source, port));
            }
        }
    }

    /** A service may come to it as anybody else, where its own egress lets it. */
    private void caller(String name, Service service, Source source, String port) {
        Tristate in = promises.isInside(source);
        Tristate out = config.network().securityGroups() == SecurityGroups.SHARED
                ? Tristate.YES
                : service.egress().stream()
                        .filter(egress -> Promises.traffic(egress.port()).equals(port))
                        .map(egress -> promises.isInside(egress.to()))
                        .reduce(Tristate.NO, Tristate::or);
        if (in.and(out) != Tristate.NO) {
            facts.add(name + " reaches " + NAME + " at " + port + (in.and(out) == Tristate.YES ? "" : " perhaps"));
        }
    }

    private void front(LoadBalancer said, String name, Service service) {
        Http http = service.http();
        if (http == null || !http.enabled()) {
            return;
        }
        String port = "tcp "
                + service.allPorts().stream()
                        .filter(one -> http.port() == null || Objects.equals(one.name(), http.port()))
                        .findFirst()
                        .orElseThrow()
                        .port()
                        .number();
        boolean shared = config.network().securityGroups() == SecurityGroups.SHARED;
        List<String> opened =
                shared ? List.copyOf(new TreeSet<>(config.services().keySet())) : List.of(name);
        facts.add(NAME + " lets out " + port + " to " + String.join(" ", opened));
        for (String one : opened) {
            facts.add(one + " lets in " + port + " from LoadBalancerSecurityGroup");
            facts.add(NAME + " reaches " + one + " at " + port);
        }
        String host = http.host() == null ? "" : http.host() + " ";
        String paths = http.path().equals("/") ? "/*" : http.path() + " " + http.path() + "/*";
        boolean unknown = config.network().vpc() != null && said.scheme() == Scheme.INTERNET_FACING;
        facts.add(name + " answers " + NAME + " at " + (isSecure(said) ? "tcp 443" : "tcp 80") + " for " + host + paths
                + ": " + (unknown ? Tristate.UNKNOWN : Tristate.YES));
    }
}
