package io.github.ecsdiscovery.generator.rule.serviceconnect;

import io.github.ecsdiscovery.generator.diagnostic.Finding;
import io.github.ecsdiscovery.generator.diagnostic.Path;
import io.github.ecsdiscovery.generator.diagnostic.ProblemKind;
import io.github.ecsdiscovery.generator.model.discovery.Discovery;
import io.github.ecsdiscovery.generator.model.network.NamedPort;
import io.github.ecsdiscovery.generator.model.network.Protocol;
import io.github.ecsdiscovery.generator.rule.ServiceContext;
import io.github.ecsdiscovery.generator.rule.ServiceRule;
import java.util.List;
import java.util.function.Consumer;

/** Checks that a service with Service Connect has no UDP port. The proxy of Service Connect handles only TCP connections. */
final class ServiceConnectPorts implements ServiceRule {
    private static final ProblemKind CONNECT_UDP = ProblemKind.error(
                    "connect-udp", "A service with Service Connect has a UDP port.")
            .otherwise("ECS rejects a Service Connect endpoint for a UDP port.");

    @Override
    public List<ProblemKind> kinds() {
        return List.of(CONNECT_UDP);
    }

    @Override
    public void check(ServiceContext service, Consumer<Finding> out) {
        Discovery connect = service.service().connect();
        if (connect == null) {
            return;
        }
        for (NamedPort port : service.service().allPorts()) {
            if (port.port().protocol() == Protocol.UDP) {
                String message = "`" + service.name() + "` has the port `" + port.port() + "` and `discovery: "
                        + connect.mode() + "`, but Service Connect does not support UDP";
                Path path = port.name() == null ? service.path("port") : service.path("ports", port.name());
                out.accept(Finding.of(CONNECT_UDP, path, message)
                        .hint("write `discovery: dns`, or move the port to another service")
                        .also(service.path("discovery")));
            }
        }
    }
}
