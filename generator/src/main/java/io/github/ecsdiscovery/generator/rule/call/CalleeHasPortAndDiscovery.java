package io.github.ecsdiscovery.generator.rule.call;

import io.github.ecsdiscovery.generator.diagnostic.Finding;
import io.github.ecsdiscovery.generator.diagnostic.Path;
import io.github.ecsdiscovery.generator.diagnostic.ProblemKind;
import io.github.ecsdiscovery.generator.model.Peer;
import io.github.ecsdiscovery.generator.model.discovery.DiscoveryMode;
import io.github.ecsdiscovery.generator.model.service.Call;
import io.github.ecsdiscovery.generator.model.service.Service;
import io.github.ecsdiscovery.generator.rule.ServiceContext;
import io.github.ecsdiscovery.generator.rule.ServiceRule;
import java.util.List;
import java.util.function.Consumer;

/**
 * Checks that each called service or peer has a port and can be discovered. Without a port there is nothing to call, and with
 * {@code discovery: none} there is no name to call it by. AWS accepts both.
 */
final class CalleeHasPortAndDiscovery implements ServiceRule {
    private static final ProblemKind CALLEE_WITHOUT_PORT = ProblemKind.error(
                    "callee-without-port", "A service calls a service that has no port.")
            .otherwise("AWS accepts the template, but the callee listens on no port, so there is nothing to call.");

    private static final ProblemKind CALLEE_WITHOUT_DISCOVERY = ProblemKind.error(
                    "callee-without-discovery", "A service calls a service or peer that has `discovery: none`.")
            .otherwise("AWS accepts the template, but no name leads to the callee, so the caller never finds it.");

    @Override
    public List<ProblemKind> kinds() {
        return List.of(CALLEE_WITHOUT_PORT, CALLEE_WITHOUT_DISCOVERY);
    }

    @Override
    public void check(ServiceContext service, Consumer<Finding> out) {
        for (Call call : service.service().allCalls()) {
            Service callee = service.config().services().get(call.service());
            if (callee == null) {
                checkPeer(service, call, out);
                continue;
            }
            Path path = service.path("calls", call.step());
            Path calleePath = Path.of("services", call.service());
            if (!callee.hasPort()) {
                String message = "`" + service.name() + "` calls `" + call.service() + "`, which has no port";
                out.accept(Finding.of(CALLEE_WITHOUT_PORT, path, message)
                        .hint("add `port: 8080` to `" + call.service() + "`")
                        .also(calleePath.with("port"), calleePath.with("ports")));
            } else if (callee.activeDiscovery() == null) {
                String message = "`" + service.name() + "` calls `" + call.service() + "`, which has `discovery: none`";
                out.accept(undiscoverable(path, message, call, calleePath));
            }
        }
    }

    private static void checkPeer(ServiceContext service, Call call, Consumer<Finding> out) {
        Peer peer = service.config().peers().get(call.service());
        if (peer != null && peer.discovery() == DiscoveryMode.NONE) {
            String message =
                    "`" + service.name() + "` calls the peer `" + call.service() + "`, which has `discovery: none`";
            Path path = service.path("calls", call.step());
            out.accept(undiscoverable(path, message, call, Path.of("peers", call.service())));
        }
    }

    private static Finding undiscoverable(Path path, String message, Call call, Path callee) {
        return Finding.of(CALLEE_WITHOUT_DISCOVERY, path, message)
                .hint("write `discovery: dns` at `" + call.service() + "`")
                .also(callee.with("discovery"));
    }
}
