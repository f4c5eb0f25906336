package io.github.ecsdiscovery.generator.rule.service;

import io.github.ecsdiscovery.generator.diagnostic.Finding;
import io.github.ecsdiscovery.generator.diagnostic.ProblemKind;
import io.github.ecsdiscovery.generator.model.discovery.Discovery;
import io.github.ecsdiscovery.generator.model.discovery.DiscoveryMode;
import io.github.ecsdiscovery.generator.rule.ServiceContext;
import io.github.ecsdiscovery.generator.rule.ServiceRule;
import java.util.List;
import java.util.function.Consumer;

/** Whoever finds a service finds a port there. */
final class DiscoveryNeedsPort implements ServiceRule {
    private static final ProblemKind DISCOVERY_WITHOUT_PORT =
            ProblemKind.error("discovery-without-port", "A service without a port has `discovery`.");

    @Override
    public List<ProblemKind> kinds() {
        return List.of(DISCOVERY_WITHOUT_PORT);
    }

    @Override
    public void check(ServiceContext one, Consumer<Finding> out) {
        Discovery said = one.service().discovery();
        if (said != null
                && said.mode() != DiscoveryMode.NONE
                && !one.service().hasPort()
                && one.isSetOnService("discovery")) {
            out.accept(Finding.of(
                            DISCOVERY_WITHOUT_PORT,
                            one.path("discovery"),
                            "`" + one.name() + "` has `discovery` and no port that could be found")
                    .atKey()
                    .hint("add `port:`, or write `discovery: null`")
                    .also(one.path("port"), one.path("ports")));
        }
    }
}
