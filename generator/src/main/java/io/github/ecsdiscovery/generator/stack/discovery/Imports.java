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

/** What a stack imports, and from whom: those stacks are deployed before it. */
public final class Imports {
    private Imports() {}

    /** The stacks that export something which this one imports. */
    public static SortedSet<String> stacks(Config config) {
        SortedSet<String> stacks = new TreeSet<>(peers(config).values());
        if (config.platform() != null) {
            stacks.add(config.platform());
        }
        return stacks;
    }

    /**
     * The stacks of peers that Service Connect leads to, and of which nothing is imported: no import has them deployed first,
     * and a proxy knows who is there when its task starts.
     */
    public static SortedSet<String> proxied(Config config) {
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
     * The peers whose groups are imported, with their stacks: those that a service calls. Where services share a group there
     * are none, as nobody needs a rule at theirs.
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
