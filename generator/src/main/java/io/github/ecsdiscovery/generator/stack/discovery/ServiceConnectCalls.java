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
 * The calls by Service Connect between services of a config, which determine the order of deployment.
 *
 * <p>A proxy knows only endpoints that exist when its task starts, so a callee is deployed before its callers. In a cycle, a
 * service that is also in DNS is deployed later.
 */
public final class ServiceConnectCalls {
    private final Map<String, SortedSet<String>> all = new HashMap<>();
    private final Map<String, SortedSet<String>> withoutDns = new HashMap<>();

    public ServiceConnectCalls(Config config) {
        config.services().forEach((name, service) -> {
            for (Call call : service.allCalls()) {
                Service callee = config.services().get(call.service());
                if (callee == null || callee.connect() == null || call.service().equals(name)) {
                    continue;
                }
                all.computeIfAbsent(name, absent -> new TreeSet<>()).add(call.service());
                if (callee.dns() == null) {
                    withoutDns.computeIfAbsent(name, absent -> new TreeSet<>()).add(call.service());
                }
            }
        });
    }

    /** Returns the services that must be deployed before a service. */
    List<String> before(String name) {
        SortedSet<String> required = new TreeSet<>();
        for (String callee : callees(all, name)) {
            boolean isInDns = !callees(withoutDns, name).contains(callee);
            if (!reaches(isInDns ? all : withoutDns, callee, name)) {
                required.add(callee);
            }
        }
        return List.copyOf(required);
    }

    /** Returns whether a call is part of a cycle of calls to services that are reachable by Service Connect only. */
    public boolean isInCycle(String caller, String callee) {
        return callees(withoutDns, caller).contains(callee) && reaches(withoutDns, callee, caller);
    }

    private static Set<String> callees(Map<String, SortedSet<String>> calls, String caller) {
        SortedSet<String> callees = calls.get(caller);
        return callees == null ? Set.of() : callees;
    }

    private static boolean reaches(Map<String, SortedSet<String>> calls, String from, String to) {
        Set<String> seen = new HashSet<>();
        Deque<String> open = new ArrayDeque<>(List.of(from));
        while (!open.isEmpty()) {
            String service = open.pop();
            if (service.equals(to)) {
                return true;
            }
            if (seen.add(service)) {
                open.addAll(callees(calls, service));
            }
        }
        return false;
    }
}
