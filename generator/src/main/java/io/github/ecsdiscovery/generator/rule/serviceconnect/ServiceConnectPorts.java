package io.github.ecsdiscovery.generator.rule.serviceconnect;

import io.github.ecsdiscovery.generator.diagnostic.Finding;
import io.github.ecsdiscovery.generator.diagnostic.ProblemKind;
import io.github.ecsdiscovery.generator.model.discovery.Discovery;
import io.github.ecsdiscovery.generator.model.network.NamedPort;
import io.github.ecsdiscovery.generator.model.network.Protocol;
import io.github.ecsdiscovery.generator.rule.ServiceContext;
import io.github.ecsdiscovery.generator.rule.ServiceRule;
import java.util.List;
import java.util.function.Consumer;

/** Service Connect's proxy takes what comes to a service: connections, and no datagrams. */
final class ServiceConnectPorts implements ServiceRule {
    private static final ProblemKind CONNECT_UDP = ProblemKind.error(
            "connect-udp", "A service that Service Connect leads to has a UDP port, which its proxy does not take.");

    @Override
    public List<ProblemKind> kinds() {
        return List.of(CONNECT_UDP);
    }

    @Override
    public void check(ServiceContext one, Consumer<Finding> out) {
        Discovery connect = one.service().connect();
        if (connect == null) {
            return;
        }
        for (NamedPort port : one.service().allPorts()) {
            if (port.port().protocol() == Protocol.UDP) {
                String message = "`" + one.name() + "` has the port `" + port.port() + "` and `discovery: "
                        + connect.mode() + "`: Service Connect does not take UDP";
                out.accept(Finding.of(
                                CONNECT_UDP,
                                port.name() == null ? one.path("port") : one.path("ports", port.name()),
                                message)
                        .hint("write `discovery: dns`, or make a service of its own of that port")
                        .also(one.path("discovery")));
            }
        }
    }
}
