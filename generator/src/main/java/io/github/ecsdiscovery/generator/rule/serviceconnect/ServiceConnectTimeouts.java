package io.github.ecsdiscovery.generator.rule.serviceconnect;

import io.github.ecsdiscovery.generator.diagnostic.Finding;
import io.github.ecsdiscovery.generator.diagnostic.Path;
import io.github.ecsdiscovery.generator.diagnostic.ProblemKind;
import io.github.ecsdiscovery.generator.model.discovery.Discovery;
import io.github.ecsdiscovery.generator.model.discovery.DiscoveryMode;
import io.github.ecsdiscovery.generator.model.network.Protocol;
import io.github.ecsdiscovery.generator.rule.ServiceContext;
import io.github.ecsdiscovery.generator.rule.ServiceRule;
import io.github.ecsdiscovery.generator.rule.network.ExclusiveKeys;
import java.util.List;
import java.util.function.Consumer;

/** What is said of the way to a service is about a way that there is. */
final class ServiceConnectTimeouts implements ServiceRule {
    private static final ProblemKind CONNECT_TIMEOUT =
            ProblemKind.error("connect-timeout", "`requestTimeout` stands where Service Connect sees no requests.");

    private static final ProblemKind CONNECT_IDLE = ProblemKind.warning(
            "connect-idle",
            "Service Connect closes a connection at rest before the answer that it may wait for is due.");

    /** Seconds after which Service Connect closes a connection for requests that is at rest. */
    private static final int IDLE = 300;

    @Override
    public List<ProblemKind> kinds() {
        return List.of(CONNECT_TIMEOUT, CONNECT_IDLE);
    }

    @Override
    public void check(ServiceContext one, Consumer<Finding> out) {
        Discovery said = one.service().discovery();
        if (said == null) {
            return;
        }
        if (!said.mode().hasRecords()) {
            excluded(one, "records", said.mode(), out);
            excluded(one, "ttl", said.mode(), out);
        }
        if (!said.mode().isConnect()) {
            excluded(one, "requestTimeout", said.mode(), out);
            excluded(one, "idleTimeout", said.mode(), out);
        } else if (said.requestTimeout() != null && one.service().hasPort()) {
            requests(one, said.requestTimeout(), said.idleTimeout() == null ? IDLE : said.idleTimeout(), out);
        }
    }

    private static void requests(ServiceContext one, int request, int idle, Consumer<Finding> out) {
        Path path = one.path("discovery", "requestTimeout");
        boolean hasRequests = one.service().allPorts().stream()
                .map(port -> port.port().protocol())
                .anyMatch(protocol -> protocol == Protocol.HTTP || protocol == Protocol.GRPC);
        if (!hasRequests) {
            String message = "`" + one.name()
                    + "` has `requestTimeout` and no port at which Service Connect sees requests: it looks into http and grpc";
            out.accept(Finding.of(CONNECT_TIMEOUT, path, message)
                    .atKey()
                    .hint("leave it out, or write `idleTimeout`, which connections of every kind have")
                    .also(one.path("discovery")));
        } else if (idle != 0 && request > idle) {
            String message = "`" + one.name() + "` has `requestTimeout: " + request
                    + "`, and Service Connect closes its connections after " + idle + " s at rest";
            out.accept(Finding.of(CONNECT_IDLE, path, message)
                    .hint("write `idleTimeout: " + request + "` beside it")
                    .also(one.path("discovery")));
        }
    }

    private static void excluded(ServiceContext one, String key, DiscoveryMode mode, Consumer<Finding> out) {
        if (one.isSetOnService("discovery", key)) {
            out.accept(ExclusiveKeys.withoutEffect(
                    one.path("discovery", key), "`" + one.name() + "` has `discovery: " + mode + "`"));
        }
    }
}
