package io.github.ecsdiscovery.generator.proof.reach;

import io.github.ecsdiscovery.generator.proof.check.CheckChain;
import io.github.ecsdiscovery.generator.proof.discovery.DiscoveryNames;
import io.github.ecsdiscovery.generator.proof.discovery.DnsRegistration;
import io.github.ecsdiscovery.generator.proof.task.DeployedContainer;
import io.github.ecsdiscovery.generator.proof.task.DeployedTask;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Answers which services a task calls, from the environment variable {@code SERVICE_CALLS} and the ones that it lists. */
public final class Aliases {
    private final DiscoveryNames names;

    public Aliases(DiscoveryNames names) {
        this.names = names;
    }

    /** Returns the calls of a task, in the order of {@code SERVICE_CALLS}. */
    public List<Alias> of(DeployedTask task) {
        List<Alias> aliases = new ArrayList<>();
        task.variable("SERVICE_CALLS").ifPresent(calls -> {
            for (String name : calls.value().split(",", -1)) {
                aliases.add(alias(task, name, calls.line()));
            }
        });
        return aliases;
    }

    private Alias alias(DeployedTask task, String name, int callsLine) {
        String prefix = variablePrefix(name);
        String host = value(task, prefix + "_HOST");
        String port = value(task, prefix + "_PORT");
        String callee = names.all().stream()
                .filter(registration -> registration.host().equals(host))
                .findFirst()
                .map(DnsRegistration::service)
                .orElse("");
        int line = task.variable(prefix + "_HOST")
                .map(DeployedContainer.Variable::line)
                .orElse(callsLine);
        CheckChain lookup = names.lookup(task, host, port, line);
        return new Alias(name, host, port, value(task, prefix + "_URL"), callee, lookup, line);
    }

    private static String value(DeployedTask task, String variable) {
        return task.variable(variable).map(DeployedContainer.Variable::value).orElse("");
    }

    /** Returns {@code SERVICE_A} for {@code serviceA}. */
    private static String variablePrefix(String alias) {
        return alias.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_").replace('-', '_').toUpperCase(Locale.ROOT);
    }
}
