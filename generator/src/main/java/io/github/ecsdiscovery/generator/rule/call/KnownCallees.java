package io.github.ecsdiscovery.generator.rule.call;

import io.github.ecsdiscovery.generator.diagnostic.Finding;
import io.github.ecsdiscovery.generator.diagnostic.Path;
import io.github.ecsdiscovery.generator.diagnostic.ProblemKind;
import io.github.ecsdiscovery.generator.diagnostic.Suggestion;
import io.github.ecsdiscovery.generator.model.Config;
import io.github.ecsdiscovery.generator.model.Peer;
import io.github.ecsdiscovery.generator.model.network.NamedPort;
import io.github.ecsdiscovery.generator.model.service.Call;
import io.github.ecsdiscovery.generator.model.service.Service;
import io.github.ecsdiscovery.generator.rule.Rule;
import io.github.ecsdiscovery.generator.rule.RuleContext;
import io.github.ecsdiscovery.generator.rule.ServiceContext;
import io.github.ecsdiscovery.generator.rule.TextList;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * Checks that each call names a service or a peer of the config and a port that the callee has. Otherwise the caller would use a
 * name that does not exist, or a port that is closed.
 */
final class KnownCallees implements Rule {
    private static final ProblemKind UNKNOWN_CALLEE = ProblemKind.error(
                    "unknown-callee",
                    "A service calls something that is neither a service of this config nor one of its `peers`.")
            .otherwise("AWS accepts the template, but the service calls a name that leads nowhere.");

    private static final ProblemKind UNKNOWN_PORT = ProblemKind.error(
                    "unknown-port", "A call names a port that the callee does not have.")
            .otherwise("AWS accepts the template, but the callee does not listen on the port that the caller uses.");

    /** A call of a name that is neither a service nor a peer. */
    private record UnknownCall(ServiceContext caller, Call call) {}

    @Override
    public List<ProblemKind> kinds() {
        return List.of(UNKNOWN_CALLEE, UNKNOWN_PORT);
    }

    @Override
    public void check(RuleContext context, Consumer<Finding> out) {
        List<UnknownCall> unknown = new ArrayList<>();
        context.config()
                .services()
                .forEach((name, service) -> check(new ServiceContext(context, name, service), unknown, out));
        if (!unknown.isEmpty()) {
            CalleeNames names = CalleeNames.of(context.config());
            unknown.forEach(each -> out.accept(unknownCallee(each.caller(), each.call(), names)));
        }
    }

    private static void check(ServiceContext caller, List<UnknownCall> unknown, Consumer<Finding> out) {
        for (Call call : caller.service().allCalls()) {
            Service callee = caller.config().services().get(call.service());
            Peer peer = caller.config().peers().get(call.service());
            if (callee != null) {
                checkPort(caller, call, callee.allPorts(), out);
            } else if (peer != null) {
                checkPort(caller, call, peer.allPorts(), out);
            } else {
                unknown.add(new UnknownCall(caller, call));
            }
        }
    }

    /**
     * The names that calls may use. They are collected once for all unknown calls: for each call by itself, the time would grow
     * with the square of the number of services.
     *
     * @param known the names of all services and peers
     * @param listed the known names, as a list for a sentence
     * @param aliasHints a hint for each alias that some service uses, by alias
     */
    private record CalleeNames(Set<String> known, String listed, Map<String, String> aliasHints) {
        static CalleeNames of(Config config) {
            Set<String> known = new TreeSet<>(config.services().keySet());
            known.addAll(config.peers().keySet());
            Map<String, String> aliasHints = new HashMap<>();
            config.services()
                    .forEach((name, service) -> service.allCalls().stream()
                            .filter(call -> !call.alias().equals(call.service()))
                            .forEach(call -> aliasHints.putIfAbsent(
                                    call.alias(),
                                    "write `" + call.service() + "`: `" + call.alias() + "` is an alias that only `"
                                            + name + "` uses for it")));
            return new CalleeNames(known, TextList.list(known.stream()), aliasHints);
        }

        Optional<String> correction(String name) {
            return Optional.ofNullable(aliasHints.get(name)).or(() -> Suggestion.hint(name, known));
        }
    }

    private static Finding unknownCallee(ServiceContext caller, Call call, CalleeNames names) {
        boolean hasPeers = !caller.config().peers().isEmpty();
        String hint = names.correction(call.service())
                .orElseGet(() -> (hasPeers ? "the services and peers are " : "the services are ") + names.listed()
                        + "; add services of other stacks to `peers`");
        String message = "`" + caller.name() + "` calls `" + call.service() + "`, but there is no such service"
                + (hasPeers ? " or peer" : "");
        return Finding.of(UNKNOWN_CALLEE, caller.path("calls", call.step()), message)
                .hint(hint)
                .also(Path.of("services", call.service()), Path.of("peers", call.service()));
    }

    private static void checkPort(ServiceContext caller, Call call, List<NamedPort> ports, Consumer<Finding> out) {
        String port = call.port();
        if (port == null || ports.isEmpty()) {
            return;
        }
        List<String> names = ports.stream()
                .map(named -> named.name())
                .filter(Objects::nonNull)
                .toList();
        if (names.contains(port)) {
            return;
        }
        String hint = names.isEmpty()
                ? "`" + call.service() + "` has one port without a name: write `" + call.service() + "`"
                : Suggestion.hint(port, names).orElseGet(() -> "its ports are " + TextList.list(names.stream()));
        String message = "`" + caller.name() + "` calls the port `" + port + "` of `" + call.service()
                + "`, which has no such port";
        String section = caller.config().services().containsKey(call.service()) ? "services" : "peers";
        Path callee = Path.of(section, call.service());
        out.accept(Finding.of(UNKNOWN_PORT, caller.path("calls", call.step()), message)
                .hint(hint)
                .also(callee.with("port"), callee.with("ports")));
    }
}
