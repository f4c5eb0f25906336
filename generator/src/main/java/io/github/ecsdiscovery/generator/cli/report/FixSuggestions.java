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

/** What to write into a config so that one service reaches the ports of another that are shut. */
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

    /** Whole lines, none where nothing is shut. */
    public String text(PathReport walk) {
        if (!callee.hasPort()) {
            return "\nhint: `" + to + "` needs a port, such as `port: 8080`, before anybody can call it\n";
        }
        if (walk.shut().isEmpty()) {
            return "";
        }
        String named =
                callee.activeDiscovery() != null ? "" : "`discovery: dns` at `" + to + "` gives it a name; then ";
        return walk.shut().stream()
                .map(port -> "hint: " + named + "`" + calls(port) + "` at `" + from + "` opens " + port + "\n")
                .collect(Collectors.joining("", "\n", ""));
    }

    /** All that the caller calls, and the port. */
    private String calls(Traffic traffic) {
        List<Call> calls = new ArrayList<>(caller.allCalls());
        String port = named(traffic);
        calls.add(new Call(port == null ? to : to + "-" + port, to, port, ""));
        return calls.stream().allMatch(FixSuggestions::hasItsOwnAlias)
                ? calls.stream().map(FixSuggestions::target).collect(Collectors.joining(", ", "calls: [", "]"))
                : calls.stream()
                        .map(call -> call.alias() + ": " + target(call))
                        .collect(Collectors.joining(", ", "calls: {", "}"));
    }

    /** The name that a call has to say; null for the first port. */
    private @Nullable String named(Traffic traffic) {
        List<NamedPort> ports = callee.allPorts();
        return ports.stream()
                .skip(1)
                .filter(one -> traffic.toString()
                        .equals(one.port().protocol().transport() + " "
                                + one.port().number()))
                .findFirst()
                .map(NamedPort::name)
                .orElse(null);
    }

    private static boolean hasItsOwnAlias(Call call) {
        return call.alias().equals(target(call).replace(':', '-'));
    }

    private static String target(Call call) {
        return call.port() == null ? call.service() : call.service() + ":" + call.port();
    }
}
