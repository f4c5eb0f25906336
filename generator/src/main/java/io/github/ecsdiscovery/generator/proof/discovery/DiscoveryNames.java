package io.github.ecsdiscovery.generator.proof.discovery;

import io.github.ecsdiscovery.generator.proof.check.Check;
import io.github.ecsdiscovery.generator.proof.check.CheckChain;
import io.github.ecsdiscovery.generator.proof.network.DeployedNamespace;
import io.github.ecsdiscovery.generator.proof.task.DeployedTask;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The names by which services find each other: through proxies of Service Connect where these know one, else by DNS. */
public final class DiscoveryNames {
    private final CloudMapRegistry registry;
    private final ServiceConnectProxies proxies;

    public DiscoveryNames(CloudMapRegistry registry, ServiceConnectProxies proxies) {
        this.registry = registry;
        this.proxies = proxies;
    }

    public List<DnsRegistration> all() {
        List<DnsRegistration> all = new ArrayList<>(registry.all());
        all.addAll(proxies.names());
        return all;
    }

    /** The names of a service. */
    public List<DnsRegistration> of(DeployedTask task) {
        return all().stream().filter(one -> one.service().equals(task.name())).toList();
    }

    /** How a task gets from a name and a port to the tasks behind it. */
    public CheckChain lookup(DeployedTask from, String host, String port, int line) {
        boolean isInDns = registry.all().stream().anyMatch(one -> one.host().equals(host));
        Optional<CheckChain> byProxy = proxies.lookup(from, host, port, isInDns, line);
        return byProxy.orElseGet(() -> registry.lookup(from, host, line));
    }

    /** Whether ECS takes the registrations of a service as they are. */
    public List<Check> registrationsOf(DeployedTask task) {
        List<Check> hops = new ArrayList<>(registry.registrationsOf(task));
        hops.addAll(proxies.refusals(task));
        return hops;
    }

    /** The namespaces of those names that DNS knows. */
    public List<DeployedNamespace> namespaces() {
        return registry.namespaces();
    }

    public boolean hasProxy(DeployedTask task) {
        return proxies.has(task);
    }
}
