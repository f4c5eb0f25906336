package io.github.ecsdiscovery.generator.proof.discovery;

import io.github.ecsdiscovery.generator.proof.check.Check;
import io.github.ecsdiscovery.generator.proof.check.CheckChain;
import io.github.ecsdiscovery.generator.proof.network.DeployedNamespace;
import io.github.ecsdiscovery.generator.proof.task.DeployedTask;
import java.util.ArrayList;
import java.util.List;

/**
 * Answers how a service finds another by name.
 *
 * <p>If the caller has a Service Connect proxy that knows the name, the proxy answers. Otherwise the caller asks DNS.
 */
public final class DiscoveryNames {
    private final CloudMapRegistry registry;
    private final ServiceConnectProxies proxies;

    public DiscoveryNames(CloudMapRegistry registry, ServiceConnectProxies proxies) {
        this.registry = registry;
        this.proxies = proxies;
    }

    /** Returns the names of all services: first those in DNS, then those of Service Connect. */
    public List<DnsRegistration> all() {
        List<DnsRegistration> names = new ArrayList<>(registry.names());
        names.addAll(proxies.names());
        return names;
    }

    /** Returns the names of one service. */
    public List<DnsRegistration> of(DeployedTask task) {
        return all().stream().filter(name -> name.service().equals(task.name())).toList();
    }

    /**
     * Returns the way from a host name and port to the tasks behind them.
     *
     * @param line the line where the caller's template names the host
     */
    public CheckChain lookup(DeployedTask from, String host, String port, int line) {
        boolean isInDns = registry.names().stream().anyMatch(name -> name.host().equals(host));
        return proxies.lookup(from, new ServiceConnectProxies.Target(host, port, line), isInDns)
                .orElseGet(() -> registry.lookup(from, host, line));
    }

    /** Returns whether ECS accepts how a service registers itself. */
    public List<Check> registrationChecks(DeployedTask task) {
        List<Check> checks = new ArrayList<>(registry.registrationChecks(task));
        checks.addAll(proxies.configurationChecks(task));
        return checks;
    }

    /** Returns the namespaces of the names in DNS. */
    public List<DeployedNamespace> namespaces() {
        return registry.namespaces();
    }

    /** Returns whether the tasks of a service have a Service Connect proxy. */
    public boolean hasProxy(DeployedTask task) {
        return proxies.hasProxy(task);
    }
}
