package io.github.ecsdiscovery.generator.rule.service;

import io.github.ecsdiscovery.generator.diagnostic.Finding;
import io.github.ecsdiscovery.generator.diagnostic.ProblemKind;
import io.github.ecsdiscovery.generator.model.discovery.Discovery;
import io.github.ecsdiscovery.generator.model.discovery.DiscoveryMode;
import io.github.ecsdiscovery.generator.rule.ServiceContext;
import io.github.ecsdiscovery.generator.rule.ServiceRule;
import java.util.List;
import java.util.function.Consumer;

/** Checks that a discoverable service has a port. Otherwise its name leads to tasks that listen on nothing. */
final class DiscoveryNeedsPort implements ServiceRule {
    private static final ProblemKind DISCOVERY_WITHOUT_PORT = ProblemKind.error(
                    "discovery-without-port", "A service has `discovery` but no port.")
            .otherwise("AWS accepts the template, but the name leads to nothing that can be reached.");

    @Override
    public List<ProblemKind> kinds() {
        return List.of(DISCOVERY_WITHOUT_PORT);
    }

    @Override
    public void check(ServiceContext service, Consumer<Finding> out) {
        Discovery discovery = service.service().discovery();
        if (discovery != null
                && discovery.mode() != DiscoveryMode.NONE
                && !service.service().hasPort()
                && service.isSetOnService("discovery")) {
            String message = "`" + service.name() + "` has `discovery` but no port that others could call";
            out.accept(Finding.of(DISCOVERY_WITHOUT_PORT, service.path("discovery"), message)
                    .atKey()
                    .hint("add `port:`, or write `discovery: null`")
                    .also(service.path("port"), service.path("ports")));
        }
    }
}
