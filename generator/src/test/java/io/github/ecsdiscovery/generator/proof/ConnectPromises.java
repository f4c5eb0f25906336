package io.github.ecsdiscovery.generator.proof;

import io.github.ecsdiscovery.generator.model.Config;
import io.github.ecsdiscovery.generator.model.service.Call;
import io.github.ecsdiscovery.generator.model.service.Service;
import io.github.ecsdiscovery.generator.proof.check.Tristate;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** What a config promises about who finds whom, by DNS and by Service Connect. */
final class ConnectPromises {
    private final Config config;

    private ConnectPromises(Config config) {
        this.config = config;
    }

    /** Each port is an endpoint, and each call finds its callee one way or the other. */
    static Set<String> of(Config config, String name, Service service) {
        ConnectPromises promises = new ConnectPromises(config);
        Set<String> facts = new HashSet<>();
        if (isByProxy(service)) {
            service.allPorts()
                    .forEach(port -> facts.add(name + " is found as " + promises.host(name) + ": Service Connect "
                            + port.port().number()));
        }
        service.allCalls().stream()
                .filter(call -> promises.isToldOf(service, call))
                .forEach(call -> facts.add(promises.finds(name, call)));
        return facts;
    }

    /** Whether a service has a proxy, which has to be told of the others: it has an endpoint, or calls one. */
    static boolean hasProxy(Config config, Service service) {
        ConnectPromises promises = new ConnectPromises(config);
        return isByProxy(service)
                || service.allCalls().stream().anyMatch(call -> isByProxy(promises.service(call.service())));
    }

    private static boolean isByProxy(Service service) {
        return service.hasPort()
                && service.discovery() != null
                && List.of("connect", "both")
                        .contains(service.discovery().mode().toString());
    }

    /** Whether the caller looks for the callee by its own name, and not by another that the user has put in its place. */
    private boolean isToldOf(Service service, Call call) {
        String said = service.environment().get(Promises.prefix(call.alias()) + "_HOST");
        return said == null || said.equals(host(call.service()));
    }

    /** By DNS where that leads there and the callee may come later: to itself, and back in a circle. */
    private String finds(String name, Call call) {
        Service callee = service(call.service());
        boolean isItself = call.service().equals(name);
        boolean isLate = isItself || leads(call.service(), name);
        boolean isByDns = callee.dns() != null && (!isByProxy(callee) || isLate);
        Tristate byDns = config.network().vpc() != null ? Tristate.UNKNOWN : Tristate.YES;
        Tristate byProxy = isItself ? Tristate.UNKNOWN : Tristate.YES;
        return name + " finds " + call.alias() + " by " + (isByDns ? "DNS: " + byDns : "Service Connect: " + byProxy);
    }

    /** Whether calls by proxy lead from one service to another. */
    private boolean leads(String from, String to) {
        Set<String> reached = new HashSet<>(Set.of(from));
        int before = 0;
        while (before < reached.size()) {
            before = reached.size();
            List.copyOf(reached)
                    .forEach(one -> service(one).allCalls().stream()
                            .map(Call::service)
                            .filter(callee -> isByProxy(service(callee)))
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
