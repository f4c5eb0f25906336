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

/** Whatever a service calls has a port, and a name. */
final class CalleeHasPortAndDiscovery implements ServiceRule {
    private static final ProblemKind CALLEE_WITHOUT_PORT = ProblemKind.error(
            "callee-without-port", "A service calls one that has no port, so there is nothing to call.");

    private static final ProblemKind CALLEE_WITHOUT_DISCOVERY = ProblemKind.error(
            "callee-without-discovery", "A service calls one that has no name, so it would never find it.");

    @Override
    public List<ProblemKind> kinds() {
        return List.of(CALLEE_WITHOUT_PORT, CALLEE_WITHOUT_DISCOVERY);
    }

    @Override
    public void check(ServiceContext one, Consumer<Finding> out) {
        for (Call call : one.service().allCalls()) {
            Service callee = one.config().services().get(call.service());
            if (callee == null) {
                checkPeer(one, call, out);
                continue;
            }
            String says = "`calls` of `" + one.name() + "` names `" + call.service() + "`, which ";
            Path path = one.path("calls", call.step());
            Path service = Path.of("services", call.service());
            if (!callee.hasPort()) {
                out.accept(Finding.of(CALLEE_WITHOUT_PORT, path, says + "has no port")
                        .hint("give it one: `port: 8080`")
                        .also(service.with("port"), service.with("ports")));
            } else if (callee.found() == null) {
                out.accept(hidden(path, says, call, service));
            }
        }
    }

    private static void checkPeer(ServiceContext one, Call call, Consumer<Finding> out) {
        Peer peer = one.config().peers().get(call.service());
        if (peer != null && peer.discovery() == DiscoveryMode.NONE) {
            String says = "`calls` of `" + one.name() + "` names the peer `" + call.service() + "`, which ";
            out.accept(hidden(one.path("calls", call.step()), says, call, Path.of("peers", call.service())));
        }
    }

    private static Finding hidden(Path path, String says, Call call, Path callee) {
        return Finding.of(CALLEE_WITHOUT_DISCOVERY, path, says + "nobody finds: it has `discovery: none`")
                .hint("write `discovery: dns` at `" + call.service() + "`")
                .also(callee.with("discovery"));
    }
}
