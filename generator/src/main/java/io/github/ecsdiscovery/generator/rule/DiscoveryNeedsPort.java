package io.github.ecsdiscovery.generator.rule;

import io.github.ecsdiscovery.generator.diagnostic.Finding;
import io.github.ecsdiscovery.generator.diagnostic.ProblemId;
import io.github.ecsdiscovery.generator.model.Discovery;
import io.github.ecsdiscovery.generator.model.DiscoveryMode;
import java.util.function.Consumer;

/** Whoever finds a service finds a port there. */
final class DiscoveryNeedsPort implements ServiceRule {
    @Override
    public void check(One one, Consumer<Finding> out) {
        Discovery said = one.service().discovery();
        if (said != null && said.mode() != DiscoveryMode.NONE && !one.service().hasPort() && one.isOwn("discovery")) {
            out.accept(Finding.of(
                            ProblemId.DISCOVERY_WITHOUT_PORT,
                            one.path("discovery"),
                            "`" + one.name() + "` has `discovery` and no port that could be found")
                    .atKey()
                    .hint("add `port:`, or write `discovery: null`")
                    .also(one.path("port"), one.path("ports")));
        }
    }
}
