package io.github.ecsdiscovery.generator.stack.discovery;

import io.github.ecsdiscovery.generator.model.Config;
import io.github.ecsdiscovery.generator.model.network.SecurityGroups;
import io.github.ecsdiscovery.generator.model.service.Call;
import io.github.ecsdiscovery.generator.model.service.Service;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Returns the stacks from which a stack imports values. They must be deployed before it. */
public final class Imports {
    private Imports() {}

    /** Returns the stacks from which a config imports exports. */
    public static SortedSet<String> stacks(Config config) {
        SortedSet<String> stacks = new TreeSet<>(peers(config).values());
        if (config.platform() != null) {
            stacks.add(config.platform());
        }
        return stacks;
    }

    /**
     * Returns the stacks of peers that services call by Service Connect and from which nothing is imported.
     *
     * <p>No import makes CloudFormation require them first, but a proxy knows only endpoints that exist when its task starts.
     */
    public static SortedSet<String> serviceConnectStacks(Config config) {
        NavigableSet<String> stacks = new TreeSet<>();
        for (Service service : config.services().values()) {
            service.allCalls().stream()
                    .filter(call -> config.usesServiceConnect(call.service()))
                    .flatMap(call -> Callee.of(config, call).stream())
                    .map(Callee::stack)
                    .filter(Objects::nonNull)
                    .forEach(stacks::add);
        }
        stacks.removeAll(stacks(config));
        return stacks;
    }

    /**
     * Returns the peers whose security groups are imported, with their stacks: all peers that a service calls.
     *
     * <p>Services with a shared group need no rule on a peer's group, so the result is empty for them.
     */
    public static SortedMap<String, String> peers(Config config) {
        SortedMap<String, String> peers = new TreeMap<>();
        if (config.network().securityGroups() == SecurityGroups.SHARED) {
            return peers;
        }
        for (Service service : config.services().values()) {
            for (Call call : service.allCalls()) {
                Callee.of(config, call)
                        .filter(callee -> callee.stack() != null)
                        .ifPresent(callee -> peers.put(callee.name(), callee.stack()));
            }
        }
        return peers;
    }
}
