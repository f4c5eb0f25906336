package io.github.ecsdiscovery.generator.stack.task;

import io.github.ecsdiscovery.generator.model.Config;
import io.github.ecsdiscovery.generator.model.network.Port;
import io.github.ecsdiscovery.generator.model.network.Protocol;
import io.github.ecsdiscovery.generator.model.service.Call;
import io.github.ecsdiscovery.generator.model.service.Service;
import io.github.ecsdiscovery.generator.stack.discovery.Callee;
import io.github.ecsdiscovery.generator.stack.discovery.NamespaceDomain;
import io.github.ecsdiscovery.generator.stack.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** What the template tells a service about itself and those that it calls, as variables of its container. */
public final class ContractVariables {
    private ContractVariables() {}

    /** A variable, and what it tells, for the reference. */
    public record Told(String name, String meaning) {}

    /** Every variable that a template may set. */
    public static List<Told> all() {
        return List.of(
                new Told("SERVICE_NAME", "The service's name"),
                new Told("SERVICE_NAMESPACE", "The namespace's domain name"),
                new Told("PORT", "The service's first port, if it has one"),
                new Told(
                        "SERVICE_CALLS",
                        "The aliases of those that it calls, as written, with commas between; absent without calls"),
                new Told("<ALIAS>_HOST", "The callee's name, in DNS or of Service Connect"),
                new Told("<ALIAS>_PORT", "The callee's port"),
                new Told("<ALIAS>_URL", "`http://HOST:PORT` without a slash at the end, where the callee speaks http"),
                new Told(
                        "SERVICE_LAME_DUCK",
                        "How long it keeps serving after SIGTERM, in seconds, where others find it"),
                new Told(
                        "SERVICE_DRAIN",
                        "How long it then waits for running requests, in seconds, where others find it"));
    }

    /** The variables of a service by name; those that the user sets are not among them. */
    public static Map<String, Value> told(Config config, String name, Service service) {
        Map<String, Value> told = new TreeMap<>();
        told.put("SERVICE_NAME", new Value.Literal(name));
        told.put("SERVICE_NAMESPACE", NamespaceDomain.of(config));
        if (service.hasPort()) {
            told.put("PORT", number(service.allPorts().get(0).port().number()));
        }
        Timing timing = Timing.of(service);
        if (timing != null) {
            told.put("SERVICE_LAME_DUCK", number(timing.lameDuck()));
            told.put("SERVICE_DRAIN", number(timing.drain()));
        }
        List<String> aliases = new ArrayList<>();
        for (Call call : service.allCalls()) {
            Callee.of(config, call).ifPresent(callee -> {
                aliases.add(call.alias());
                tellOf(config, callee, prefix(call.alias()), told);
            });
        }
        if (!aliases.isEmpty()) {
            told.put("SERVICE_CALLS", new Value.Literal(String.join(",", aliases)));
        }
        return told;
    }

    private static void tellOf(Config config, Callee callee, String prefix, Map<String, Value> told) {
        Port port = callee.port().port();
        String host = callee.name() + ".";
        told.put(prefix + "_HOST", NamespaceDomain.within(config, host, ""));
        told.put(prefix + "_PORT", number(port.number()));
        if (port.protocol() == Protocol.HTTP) {
            told.put(prefix + "_URL", NamespaceDomain.within(config, "http://" + host, ":" + port.number()));
        }
    }

    private static Value number(int number) {
        return new Value.Literal(Integer.toString(number));
    }

    /** {@code serviceA} as {@code SERVICE_A}, {@code orders-admin} as {@code ORDERS_ADMIN}. */
    public static String prefix(String alias) {
        return alias.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_").replace('-', '_').toUpperCase(Locale.ROOT);
    }
}
