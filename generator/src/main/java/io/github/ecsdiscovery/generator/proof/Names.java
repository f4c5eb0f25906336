package io.github.ecsdiscovery.generator.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The names by which services find each other: through proxies of Service Connect where these know one, else by DNS. */
final class Names {
    private final Registry registry;
    private final Proxies proxies;

    Names(Registry registry, Proxies proxies) {
        this.registry = registry;
        this.proxies = proxies;
    }

    List<Registered> all() {
        List<Registered> all = new ArrayList<>(registry.all());
        all.addAll(proxies.names());
        return all;
    }

    /** The names of a service. */
    List<Registered> of(Task task) {
        return all().stream().filter(one -> one.service().equals(task.name())).toList();
    }

    /** How a task gets from a name and a port to the tasks behind it. */
    Trail lookup(Task from, String host, String port, int line) {
        boolean isInDns = registry.all().stream().anyMatch(one -> one.host().equals(host));
        Optional<Trail> byProxy = proxies.lookup(from, host, port, isInDns, line);
        return byProxy.orElseGet(() -> registry.lookup(from, host, line));
    }

    /** Whether ECS takes the registrations of a service as they are. */
    List<Hop> registrationsOf(Task task) {
        List<Hop> hops = new ArrayList<>(registry.registrationsOf(task));
        hops.addAll(proxies.refusals(task));
        return hops;
    }

    /** The namespaces of those names that DNS knows. */
    List<Namespace> namespaces() {
        return registry.namespaces();
    }

    boolean hasProxy(Task task) {
        return proxies.has(task);
    }
}
