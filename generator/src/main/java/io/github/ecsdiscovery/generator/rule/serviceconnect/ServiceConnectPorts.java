package io.github.ecsdiscovery.generator.rule.serviceconnect;

import io.github.ecsdiscovery.generator.diagnostic.Finding;
import io.github.ecsdiscovery.generator.diagnostic.ProblemId;
import io.github.ecsdiscovery.generator.model.discovery.Discovery;
import io.github.ecsdiscovery.generator.model.network.NamedPort;
import io.github.ecsdiscovery.generator.model.network.Protocol;
import io.github.ecsdiscovery.generator.rule.ServiceRule;
import java.util.function.Consumer;

/** Service Connect's proxy takes what comes to a service: connections, and no datagrams. */
public final class ServiceConnectPorts implements ServiceRule {
    @Override
    public void check(One one, Consumer<Finding> out) {
        Discovery connect = one.service().connect();
        if (connect == null) {
            return;
        }
        for (NamedPort port : one.service().allPorts()) {
            if (port.port().protocol() == Protocol.UDP) {
                String message = "`" + one.name() + "` has the port `" + port.port() + "` and `discovery: "
                        + connect.mode() + "`: Service Connect does not take UDP";
                out.accept(Finding.of(
                                ProblemId.CONNECT_UDP,
                                port.name() == null ? one.path("port") : one.path("ports", port.name()),
                                message)
                        .hint("write `discovery: dns`, or make a service of its own of that port")
                        .also(one.path("discovery")));
            }
        }
    }
}
