package io.github.ecsdiscovery.generator.proof.reach;

import io.github.ecsdiscovery.generator.proof.check.CheckChain;
import io.github.ecsdiscovery.generator.proof.discovery.DiscoveryNames;
import io.github.ecsdiscovery.generator.proof.discovery.DnsRegistration;
import io.github.ecsdiscovery.generator.proof.task.DeployedContainer;
import io.github.ecsdiscovery.generator.proof.task.DeployedTask;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Reads from the environment of a task whom it calls. */
public final class Aliases {
    private final DiscoveryNames names;

    public Aliases(DiscoveryNames names) {
        this.names = names;
    }

    public List<Alias> of(DeployedTask task) {
        List<Alias> aliases = new ArrayList<>();
        task.variable("SERVICE_CALLS").ifPresent(calls -> {
            for (String name : calls.value().split(",", -1)) {
                aliases.add(alias(task, name, calls.line()));
            }
        });
        return aliases;
    }

    private Alias alias(DeployedTask task, String name, int line) {
        String prefix = prefix(name);
        String host = value(task, prefix + "_HOST");
        String callee = names.all().stream()
                .filter(one -> one.host().equals(host))
                .findFirst()
                .map(DnsRegistration::service)
                .orElse("");
        int told = task.variable(prefix + "_HOST")
                .map(DeployedContainer.Variable::line)
                .orElse(line);
        String port = value(task, prefix + "_PORT");
        CheckChain lookup = names.lookup(task, host, port, told);
        return new Alias(name, host, port, value(task, prefix + "_URL"), callee, lookup, told);
    }

    private static String value(DeployedTask task, String variable) {
        return task.variable(variable).map(DeployedContainer.Variable::value).orElse("");
    }

    /** {@code serviceA} as {@code SERVICE_A}. */
    private static String prefix(String alias) {
        return alias.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_").replace('-', '_').toUpperCase(Locale.ROOT);
    }
}
