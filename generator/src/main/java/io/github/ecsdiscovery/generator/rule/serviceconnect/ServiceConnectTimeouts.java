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

/**
 * Checks the options of {@code discovery} against its mode: record options need DNS, timeouts need Service Connect. Also checks
 * that Service Connect can apply a request timeout, which needs an HTTP or gRPC port and a longer idle timeout.
 */
final class ServiceConnectTimeouts implements ServiceRule {
    private static final String TIMEOUTS = "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/"
            + "aws-properties-ecs-service-timeoutconfiguration.html";

    private static final ProblemKind CONNECT_TIMEOUT = ProblemKind.error(
                    "connect-timeout", "A service has `requestTimeout`, but none of its ports is HTTP or gRPC.")
            .otherwise("ECS rejects a request timeout for a TCP port, because Service Connect sees no requests there,"
                    + " only connections.")
            .source(TIMEOUTS);

    private static final ProblemKind CONNECT_IDLE = ProblemKind.warning(
                    "connect-idle", "The idle timeout of Service Connect is shorter than `requestTimeout`.")
            .otherwise(
                    "AWS accepts the template, but Service Connect closes the connection at the idle timeout and cuts off"
                            + " requests that take longer.")
            .source(TIMEOUTS);

    /** Service Connect's default idle timeout for HTTP and gRPC connections, in seconds. */
    private static final int DEFAULT_IDLE_TIMEOUT = 300;

    @Override
    public List<ProblemKind> kinds() {
        return List.of(CONNECT_TIMEOUT, CONNECT_IDLE);
    }

    @Override
    public void check(ServiceContext service, Consumer<Finding> out) {
        Discovery discovery = service.service().discovery();
        if (discovery == null) {
            return;
        }
        if (!discovery.mode().hasDnsRecords()) {
            checkKey(service, "records", discovery.mode(), out);
            checkKey(service, "ttl", discovery.mode(), out);
        }
        Integer requestTimeout = discovery.requestTimeout();
        if (!discovery.mode().usesServiceConnect()) {
            checkKey(service, "requestTimeout", discovery.mode(), out);
            checkKey(service, "idleTimeout", discovery.mode(), out);
        } else if (requestTimeout != null && service.service().hasPort()) {
            Integer idleTimeout = discovery.idleTimeout();
            checkTimeouts(service, requestTimeout, idleTimeout == null ? DEFAULT_IDLE_TIMEOUT : idleTimeout, out);
        }
    }

    private static void checkTimeouts(
            ServiceContext service, int requestTimeout, int idleTimeout, Consumer<Finding> out) {
        Path path = service.path("discovery", "requestTimeout");
        boolean hasRequests = service.service().allPorts().stream()
                .map(port -> port.port().protocol())
                .anyMatch(protocol -> protocol == Protocol.HTTP || protocol == Protocol.GRPC);
        if (!hasRequests) {
            String message = "`" + service.name()
                    + "` has `requestTimeout` but no http or grpc port; Service Connect sees" + " requests only there";
            out.accept(Finding.of(CONNECT_TIMEOUT, path, message)
                    .atKey()
                    .hint("remove it, or write `idleTimeout`, which applies to all connections")
                    .also(service.path("discovery")));
        } else if (idleTimeout != 0 && requestTimeout > idleTimeout) {
            String message = "`" + service.name() + "` has `requestTimeout: " + requestTimeout
                    + "`, but Service Connect closes a connection after " + idleTimeout + " s without traffic";
            out.accept(Finding.of(CONNECT_IDLE, path, message)
                    .hint("add `idleTimeout: " + requestTimeout + "`")
                    .also(service.path("discovery")));
        }
    }

    private static void checkKey(ServiceContext service, String key, DiscoveryMode mode, Consumer<Finding> out) {
        if (service.isSetOnService("discovery", key)) {
            out.accept(ExclusiveKeys.withoutEffect(
                    service.path("discovery", key), "`" + service.name() + "` has `discovery: " + mode + "`"));
        }
    }
}
