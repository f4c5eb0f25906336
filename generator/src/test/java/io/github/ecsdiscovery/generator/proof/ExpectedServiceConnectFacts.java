package io.github.ecsdiscovery.generator.proof;

import io.github.ecsdiscovery.generator.model.Config;
import io.github.ecsdiscovery.generator.model.service.Call;
import io.github.ecsdiscovery.generator.model.service.Service;
import io.github.ecsdiscovery.generator.proof.check.Tristate;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** The facts that a config demands about how services find each other, by DNS or by Service Connect. */
final class ExpectedServiceConnectFacts {
    private final Config config;

    private ExpectedServiceConnectFacts(Config config) {
        this.config = config;
    }

    /** Expects an endpoint for each port, and a way from each call to its callee. */
    static Set<String> of(Config config, String name, Service service) {
        ExpectedServiceConnectFacts expected = new ExpectedServiceConnectFacts(config);
        Set<String> facts = new HashSet<>();
        if (hasEndpoints(service)) {
            service.allPorts()
                    .forEach(port -> facts.add(name + " is registered as " + expected.host(name) + ": Service Connect "
                            + port.port().number()));
        }
        service.allCalls().stream()
                .filter(call -> expected.usesOwnHost(service, call))
                .forEach(call -> facts.add(expected.lookup(name, call)));
        return facts;
    }

    /** Returns whether a service has a proxy: because it has endpoints, or because it calls one. */
    static boolean hasProxy(Config config, Service service) {
        ExpectedServiceConnectFacts expected = new ExpectedServiceConnectFacts(config);
        return hasEndpoints(service)
                || service.allCalls().stream().anyMatch(call -> hasEndpoints(expected.service(call.service())));
    }

    private static boolean hasEndpoints(Service service) {
        return service.hasPort()
                && service.discovery() != null
                && List.of("connect", "both")
                        .contains(service.discovery().mode().toString());
    }

    /** Returns whether the caller looks up the callee's own host, and not one from the config's {@code environment}. */
    private boolean usesOwnHost(Service service, Call call) {
        String configured = service.environment().get(ExpectedFacts.variablePrefix(call.alias()) + "_HOST");
        return configured == null || configured.equals(host(call.service()));
    }

    /** Expects DNS if the callee is in DNS and may be created later: for calls of itself and for calls in a cycle. */
    private String lookup(String name, Call call) {
        Service callee = service(call.service());
        boolean isSelf = call.service().equals(name);
        boolean mayComeLater = isSelf || leadsTo(call.service(), name);
        boolean isByDns = callee.dns() != null && (!hasEndpoints(callee) || mayComeLater);
        Tristate byDns = config.network().vpc() != null ? Tristate.UNKNOWN : Tristate.YES;
        Tristate byProxy = isSelf ? Tristate.UNKNOWN : Tristate.YES;
        return name + " finds " + call.alias() + " by " + (isByDns ? "DNS: " + byDns : "Service Connect: " + byProxy);
    }

    /** Returns whether calls through proxies lead from one service to another. */
    private boolean leadsTo(String from, String to) {
        Set<String> reached = new HashSet<>(Set.of(from));
        int previousSize = 0;
        while (previousSize < reached.size()) {
            previousSize = reached.size();
            List.copyOf(reached)
                    .forEach(name -> service(name).allCalls().stream()
                            .map(Call::service)
                            .filter(callee -> hasEndpoints(service(callee)))
                            .forEach(reached::add));
        }
        return reached.contains(to);
    }

    private Service service(String name) {
        return Objects.requireNonNull(config.services().get(name));
    }

    private String host(String service) {
        return service + "." + config.domain();
    }
}
