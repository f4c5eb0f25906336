package io.github.ecsdiscovery.generator.rule.serviceconnect;

import io.github.ecsdiscovery.generator.diagnostic.Finding;
import io.github.ecsdiscovery.generator.diagnostic.Path;
import io.github.ecsdiscovery.generator.diagnostic.ProblemKind;
import io.github.ecsdiscovery.generator.model.network.NamedPort;
import io.github.ecsdiscovery.generator.rule.ServiceContext;
import io.github.ecsdiscovery.generator.rule.ServiceRule;
import io.github.ecsdiscovery.generator.stack.discovery.ServiceConnectPlan;
import java.util.List;
import java.util.function.Consumer;

/** The names that Service Connect is given are no longer than what it takes. */
final class ServiceConnectNames implements ServiceRule {
    private static final ProblemKind CONNECT_NAME =
            ProblemKind.error("connect-name", "A name is longer than what Service Connect takes.");

    private static final int MOST_OF_ALIAS = 127;
    private static final int MOST_OF_DISCOVERY = 64;

    @Override
    public List<ProblemKind> kinds() {
        return List.of(CONNECT_NAME);
    }

    @Override
    public void check(ServiceContext one, Consumer<Finding> out) {
        if (one.service().connect() == null) {
            return;
        }
        for (NamedPort port : one.service().allPorts()) {
            String name = ServiceConnectPlan.discoveryName(one.name(), port);
            if (name.length() > MOST_OF_DISCOVERY) {
                String message = "`" + name + "`, by which Cloud Map knows this port, has " + name.length()
                        + " characters; Service Connect takes " + MOST_OF_DISCOVERY;
                out.accept(Finding.of(CONNECT_NAME, one.path("ports", String.valueOf(port.name())), message)
                        .atKey()
                        .hint("shorten the name of the service or of the port by "
                                + (name.length() - MOST_OF_DISCOVERY)));
            }
        }
        String domain = one.config().domain();
        String alias = one.name() + "." + domain;
        if (domain != null && alias.length() > MOST_OF_ALIAS) {
            String message =
                    "`" + alias + "` has " + alias.length() + " characters; Service Connect takes " + MOST_OF_ALIAS;
            out.accept(Finding.of(CONNECT_NAME, Path.of("namespace", "name"), message)
                    .hint("shorten the namespace's name by " + (alias.length() - MOST_OF_ALIAS))
                    .also(Path.of("name"), one.path("discovery")));
        }
    }
}
