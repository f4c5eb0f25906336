package io.github.ecsdiscovery.generator.rule;

import io.github.ecsdiscovery.generator.diagnostic.Finding;
import io.github.ecsdiscovery.generator.diagnostic.Path;
import io.github.ecsdiscovery.generator.diagnostic.ProblemId;
import io.github.ecsdiscovery.generator.diagnostic.Suggestion;
import io.github.ecsdiscovery.generator.model.Call;
import io.github.ecsdiscovery.generator.model.Service;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;

/** Whatever a service calls is a service of the config, and has the port that the call names. */
final class KnownCallees implements ServiceRule {
    @Override
    public void check(One one, Consumer<Finding> out) {
        for (Call call : one.service().allCalls()) {
            Service callee = one.config().services().get(call.service());
            if (callee == null) {
                out.accept(unknownCallee(one, call));
            } else if (call.port() != null && callee.hasPort()) {
                checkPort(one, call, callee, out);
            }
        }
    }

    private static Finding unknownCallee(One one, Call call) {
        Set<String> services = one.config().services().keySet();
        String hint = Suggestion.hint(call.service(), services)
                .orElseGet(
                        () -> "the services are " + Words.list(services.stream().sorted()));
        String message =
                "`calls` of `" + one.name() + "` names `" + call.service() + "`, which is no service of this config";
        return Finding.of(ProblemId.UNKNOWN_CALLEE, one.path("calls", call.step()), message)
                .hint(hint)
                .also(Path.of("services", call.service()));
    }

    private static void checkPort(One one, Call call, Service callee, Consumer<Finding> out) {
        String port = Objects.requireNonNull(call.port());
        List<String> names = callee.allPorts().stream()
                .map(named -> named.name())
                .filter(Objects::nonNull)
                .toList();
        if (names.contains(port)) {
            return;
        }
        String hint = names.isEmpty()
                ? "`" + call.service() + "` has one port without a name: write `" + call.service() + "`"
                : Suggestion.hint(port, names).orElseGet(() -> "its ports are " + Words.list(names.stream()));
        String message = "`calls` of `" + one.name() + "` names the port `" + port + "`, which `" + call.service()
                + "` does not have";
        Path service = Path.of("services", call.service());
        out.accept(Finding.of(ProblemId.UNKNOWN_PORT, one.path("calls", call.step()), message)
                .hint(hint)
                .also(service.with("port"), service.with("ports")));
    }
}
