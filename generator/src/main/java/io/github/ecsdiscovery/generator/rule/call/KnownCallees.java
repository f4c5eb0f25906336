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

/** Whatever a service calls is a service of the config, and has the port that the call names. */
final class KnownCallees implements Rule {
    private static final ProblemKind UNKNOWN_CALLEE = ProblemKind.error(
            "unknown-callee",
            "A service calls something that is neither a service of this config nor one of its `peers`.");

    private static final ProblemKind UNKNOWN_PORT =
            ProblemKind.error("unknown-port", "A call names a port that the callee does not have.");

    /** A call of what is neither a service nor a peer. */
    private record Unknown(ServiceContext one, Call call) {}

    @Override
    public List<ProblemKind> kinds() {
        return List.of(UNKNOWN_CALLEE, UNKNOWN_PORT);
    }

    @Override
    public void check(RuleContext subject, Consumer<Finding> out) {
        List<Unknown> unknown = new ArrayList<>();
        subject.config()
                .services()
                .forEach((name, service) -> check(new ServiceContext(subject, name, service), unknown, out));
        if (!unknown.isEmpty()) {
            Names names = Names.of(subject.config());
            unknown.forEach(each -> out.accept(unknownCallee(each.one(), each.call(), names)));
        }
    }

    private static void check(ServiceContext one, List<Unknown> unknown, Consumer<Finding> out) {
        for (Call call : one.service().allCalls()) {
            Service callee = one.config().services().get(call.service());
            Peer peer = one.config().peers().get(call.service());
            if (callee != null) {
                checkPort(one, call, callee.allPorts(), out);
            } else if (peer != null) {
                checkPort(one, call, peer.allPorts(), out);
            } else {
                unknown.add(new Unknown(one, call));
            }
        }
    }

    /**
     * What calls may name, found once for all of them: with many services and as many mistakes the time would grow with
     * the square.
     *
     * @param listed all of them in a sentence
     * @param aliased what to write instead of an alias, which is what one service alone calls another
     */
    private record Names(Set<String> known, String listed, Map<String, String> aliased) {
        static Names of(Config config) {
            Set<String> known = new TreeSet<>(config.services().keySet());
            known.addAll(config.peers().keySet());
            Map<String, String> aliased = new HashMap<>();
            config.services()
                    .forEach((name, service) -> service.allCalls().stream()
                            .filter(call -> !call.alias().equals(call.service()))
                            .forEach(call -> aliased.putIfAbsent(
                                    call.alias(),
                                    "write `" + call.service() + "`: `" + call.alias() + "` is what `" + name
                                            + "` alone calls it")));
            return new Names(known, TextList.list(known.stream()), aliased);
        }

        Optional<String> instead(String written) {
            return Optional.ofNullable(aliased.get(written)).or(() -> Suggestion.hint(written, known));
        }
    }

    private static Finding unknownCallee(ServiceContext one, Call call, Names names) {
        String hint = names.instead(call.service())
                .orElseGet(() -> (one.config().peers().isEmpty() ? "the services are " : "the services and peers are ")
                        + names.listed()
                        + "; what another stack deploys is named under `peers`");
        String message =
                "`calls` of `" + one.name() + "` names `" + call.service() + "`, which is no service of this config"
                        + (one.config().peers().isEmpty() ? "" : " and none of its peers");
        return Finding.of(UNKNOWN_CALLEE, one.path("calls", call.step()), message)
                .hint(hint)
                .also(Path.of("services", call.service()), Path.of("peers", call.service()));
    }

    private static void checkPort(ServiceContext one, Call call, List<NamedPort> ports, Consumer<Finding> out) {
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
        String message = "`calls` of `" + one.name() + "` names the port `" + port + "`, which `" + call.service()
                + "` does not have";
        Path service =
                Path.of(one.config().services().containsKey(call.service()) ? "services" : "peers", call.service());
        out.accept(Finding.of(UNKNOWN_PORT, one.path("calls", call.step()), message)
                .hint(hint)
                .also(service.with("port"), service.with("ports")));
    }
}
