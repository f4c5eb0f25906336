package io.github.ecsdiscovery.generator.stack.discovery;

import io.github.ecsdiscovery.generator.model.Config;
import io.github.ecsdiscovery.generator.model.service.Call;
import io.github.ecsdiscovery.generator.model.service.Service;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The calls by Service Connect among the services of a config. A proxy knows the endpoints that were there when its task
 * started, so whoever is called comes first; in a circle, those come later that DNS leads to as well.
 */
public final class ServiceConnectCalls {
    private final Map<String, SortedSet<String>> all = new HashMap<>();
    private final Map<String, SortedSet<String>> only = new HashMap<>();

    public ServiceConnectCalls(Config config) {
        config.services().forEach((name, service) -> {
            for (Call call : service.allCalls()) {
                Service callee = config.services().get(call.service());
                if (callee == null || callee.connect() == null || call.service().equals(name)) {
                    continue;
                }
                all.computeIfAbsent(name, absent -> new TreeSet<>()).add(call.service());
                if (callee.dns() == null) {
                    only.computeIfAbsent(name, absent -> new TreeSet<>()).add(call.service());
                }
            }
        });
    }

    /** Those that must be there before a service. */
    List<String> before(String name) {
        SortedSet<String> first = new TreeSet<>();
        for (String callee : callees(all, name)) {
            boolean isByDns = !callees(only, name).contains(callee);
            if (!leads(isByDns ? all : only, callee, name)) {
                first.add(callee);
            }
        }
        return List.copyOf(first);
    }

    /** Whether a call of a service that nothing but Service Connect leads to is part of a circle of such calls. */
    public boolean isCircle(String caller, String callee) {
        return callees(only, caller).contains(callee) && leads(only, callee, caller);
    }

    private static Set<String> callees(Map<String, SortedSet<String>> calls, String caller) {
        SortedSet<String> callees = calls.get(caller);
        return callees == null ? Set.of() : callees;
    }

    private static boolean leads(Map<String, SortedSet<String>> calls, String from, String to) {
        Set<String> seen = new HashSet<>();
        Deque<String> open = new ArrayDeque<>(List.of(from));
        while (!open.isEmpty()) {
            String one = open.pop();
            if (one.equals(to)) {
                return true;
            }
            if (seen.add(one)) {
                open.addAll(callees(calls, one));
            }
        }
        return false;
    }
}
