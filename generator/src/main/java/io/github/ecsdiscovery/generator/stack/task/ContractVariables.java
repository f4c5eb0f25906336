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

/** The environment variables with which a template describes a service and its callees to the code. */
public final class ContractVariables {
    private ContractVariables() {}

    /** A variable and its meaning, for the reference. */
    public record ContractVariable(String name, String meaning) {}

    /** Returns all variables that a template may set. */
    public static List<ContractVariable> all() {
        return List.of(
                new ContractVariable("SERVICE_NAME", "The name of the service"),
                new ContractVariable("SERVICE_NAMESPACE", "The domain name of the namespace"),
                new ContractVariable("PORT", "The first port of the service, if it has one"),
                new ContractVariable(
                        "SERVICE_CALLS",
                        "The aliases of its calls, as written in the config and separated by commas; absent without calls"),
                new ContractVariable("<ALIAS>_HOST", "The host name of the callee, in DNS or Service Connect"),
                new ContractVariable("<ALIAS>_PORT", "The port of the callee"),
                new ContractVariable(
                        "<ALIAS>_URL",
                        "`http://HOST:PORT` without a trailing slash, if the protocol of the callee is `http`"),
                new ContractVariable(
                        "SERVICE_LAME_DUCK",
                        "How many seconds the service keeps serving after SIGTERM, if it is discoverable"),
                new ContractVariable(
                        "SERVICE_DRAIN",
                        "How many seconds it then waits for requests in progress, if it is discoverable"));
    }

    /** Returns the variables of a service by name, without variables from the config. */
    public static Map<String, Value> of(Config config, String name, Service service) {
        Map<String, Value> variables = new TreeMap<>();
        variables.put("SERVICE_NAME", new Value.Literal(name));
        variables.put("SERVICE_NAMESPACE", NamespaceDomain.of(config));
        if (service.hasPort()) {
            variables.put("PORT", number(service.allPorts().get(0).port().number()));
        }
        Timing timing = Timing.of(service);
        if (timing != null) {
            variables.put("SERVICE_LAME_DUCK", number(timing.lameDuck()));
            variables.put("SERVICE_DRAIN", number(timing.drain()));
        }
        List<String> aliases = new ArrayList<>();
        for (Call call : service.allCalls()) {
            Callee.of(config, call).ifPresent(callee -> {
                aliases.add(call.alias());
                addCallee(config, callee, prefix(call.alias()), variables);
            });
        }
        if (!aliases.isEmpty()) {
            variables.put("SERVICE_CALLS", new Value.Literal(String.join(",", aliases)));
        }
        return variables;
    }

    private static void addCallee(Config config, Callee callee, String prefix, Map<String, Value> variables) {
        Port port = callee.port().port();
        String host = callee.name() + ".";
        variables.put(prefix + "_HOST", NamespaceDomain.within(config, host, ""));
        variables.put(prefix + "_PORT", number(port.number()));
        if (port.protocol() == Protocol.HTTP) {
            variables.put(prefix + "_URL", NamespaceDomain.within(config, "http://" + host, ":" + port.number()));
        }
    }

    private static Value number(int number) {
        return new Value.Literal(Integer.toString(number));
    }

    /** Returns an alias as a prefix: {@code SERVICE_A} for {@code serviceA}, {@code ORDERS_ADMIN} for {@code orders-admin}. */
    public static String prefix(String alias) {
        return alias.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_").replace('-', '_').toUpperCase(Locale.ROOT);
    }
}
