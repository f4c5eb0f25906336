package io.github.ecsdiscovery.generator.cli.report;

import io.github.ecsdiscovery.generator.explain.PathReport;
import io.github.ecsdiscovery.generator.model.Config;
import io.github.ecsdiscovery.generator.model.network.NamedPort;
import io.github.ecsdiscovery.generator.model.service.Call;
import io.github.ecsdiscovery.generator.model.service.Service;
import io.github.ecsdiscovery.generator.proof.traffic.Traffic;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Suggests changes to a config that let one service reach the blocked ports of another. */
public final class FixSuggestions {
    private final String from;
    private final String to;
    private final Service caller;
    private final Service callee;

    public FixSuggestions(Config config, String from, String to) {
        this.from = from;
        this.to = to;
        this.caller = Objects.requireNonNull(config.services().get(from));
        this.callee = Objects.requireNonNull(config.services().get(to));
    }

    /** Returns a hint for each blocked port, as complete lines. Returns an empty text if no port is blocked. */
    public String text(PathReport report) {
        if (!callee.hasPort()) {
            return "\nhint: `" + to + "` has no port to call; set one, such as `port: 8080`\n";
        }
        if (report.blockedPorts().isEmpty()) {
            return "";
        }
        String discovery = callee.activeDiscovery() != null ? "" : "`discovery: dns` for `" + to + "` and ";
        return report.blockedPorts().stream()
                .map(port ->
                        "hint: set " + discovery + "`" + calls(port) + "` for `" + from + "` to open " + port + "\n")
                .collect(Collectors.joining("", "\n", ""));
    }

    /** Returns the {@code calls} of the caller, with a call to the blocked port added. */
    private String calls(Traffic traffic) {
        List<Call> calls = new ArrayList<>(caller.allCalls());
        String port = portName(traffic);
        calls.add(new Call(port == null ? to : to + "-" + port, to, port, ""));
        return calls.stream().allMatch(FixSuggestions::hasDefaultAlias)
                ? calls.stream().map(FixSuggestions::target).collect(Collectors.joining(", ", "calls: [", "]"))
                : calls.stream()
                        .map(call -> call.alias() + ": " + target(call))
                        .collect(Collectors.joining(", ", "calls: {", "}"));
    }

    /** Returns the port name that the call needs, or null for the first port, which needs none. */
    private @Nullable String portName(Traffic traffic) {
        List<NamedPort> ports = callee.allPorts();
        return ports.stream()
                .skip(1)
                .filter(named -> traffic.toString()
                        .equals(named.port().protocol().transport() + " "
                                + named.port().number()))
                .findFirst()
                .map(NamedPort::name)
                .orElse(null);
    }

    private static boolean hasDefaultAlias(Call call) {
        return call.alias().equals(target(call).replace(':', '-'));
    }

    private static String target(Call call) {
        return call.port() == null ? call.service() : call.service() + ":" + call.port();
    }
}
