package io.github.ecsdiscovery.generator.stack;

import io.github.ecsdiscovery.generator.model.Call;
import io.github.ecsdiscovery.generator.model.Config;
import io.github.ecsdiscovery.generator.model.Discovery;
import io.github.ecsdiscovery.generator.model.NamedPort;
import io.github.ecsdiscovery.generator.model.Protocol;
import io.github.ecsdiscovery.generator.model.Service;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** What the template tells a service about itself and those that it calls, as variables of its container. */
public final class Variables {
    private Variables() {}

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
                new Told("<ALIAS>_HOST", "The callee's DNS name"),
                new Told("<ALIAS>_PORT", "The callee's port"),
                new Told("<ALIAS>_URL", "`http://HOST:PORT` without a slash at the end, where the callee speaks http"),
                new Told(
                        "SERVICE_LAME_DUCK",
                        "How long it keeps serving after SIGTERM, in seconds, where it is found by DNS"),
                new Told(
                        "SERVICE_DRAIN",
                        "How long it then waits for running requests, in seconds, where it is found by DNS"));
    }

    /** The variables of a service by name; those that the user sets are not among them. */
    public static Map<String, String> told(Config config, String name, Service service) {
        Map<String, String> told = new TreeMap<>();
        told.put("SERVICE_NAME", name);
        told.put("SERVICE_NAMESPACE", config.domain());
        if (service.hasPort()) {
            told.put("PORT", Integer.toString(service.allPorts().get(0).port().number()));
        }
        Discovery dns = service.dns();
        if (dns != null) {
            Timing timing = Timing.of(dns.ttl(), service.stopTimeout());
            told.put("SERVICE_LAME_DUCK", Integer.toString(timing.lameDuck()));
            told.put("SERVICE_DRAIN", Integer.toString(timing.drain()));
        }
        List<String> aliases = new ArrayList<>();
        for (Call call : service.allCalls()) {
            Callee.of(config, call).ifPresent(callee -> {
                aliases.add(call.alias());
                tellOf(callee, prefix(call.alias()), config.domain(), told);
            });
        }
        if (!aliases.isEmpty()) {
            told.put("SERVICE_CALLS", String.join(",", aliases));
        }
        return told;
    }

    private static void tellOf(Callee callee, String prefix, String domain, Map<String, String> told) {
        NamedPort port = callee.port();
        String host = callee.name() + "." + domain;
        told.put(prefix + "_HOST", host);
        told.put(prefix + "_PORT", Integer.toString(port.port().number()));
        if (port.port().protocol() == Protocol.HTTP) {
            told.put(prefix + "_URL", "http://" + host + ":" + port.port().number());
        }
    }

    /** {@code serviceA} as {@code SERVICE_A}, {@code orders-admin} as {@code ORDERS_ADMIN}. */
    public static String prefix(String alias) {
        return alias.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_").replace('-', '_').toUpperCase(Locale.ROOT);
    }
}
