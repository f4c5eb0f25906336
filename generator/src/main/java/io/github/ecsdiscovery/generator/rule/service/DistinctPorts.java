package io.github.ecsdiscovery.generator.rule.service;

import io.github.ecsdiscovery.generator.diagnostic.Finding;
import io.github.ecsdiscovery.generator.diagnostic.ProblemKind;
import io.github.ecsdiscovery.generator.model.network.NamedPort;
import io.github.ecsdiscovery.generator.rule.ServiceContext;
import io.github.ecsdiscovery.generator.rule.ServiceRule;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/** Checks that no two ports of a service have the same number and transport. ECS rejects such a container. */
final class DistinctPorts implements ServiceRule {
    private static final ProblemKind DUPLICATE_PORT = ProblemKind.error(
                    "duplicate-port", "Two ports of a service have the same number and transport.")
            .otherwise("ECS rejects a container that has the same port and protocol twice.");

    @Override
    public List<ProblemKind> kinds() {
        return List.of(DUPLICATE_PORT);
    }

    @Override
    public void check(ServiceContext service, Consumer<Finding> out) {
        Map<String, String> nameByPort = new HashMap<>();
        for (NamedPort port : service.service().allPorts()) {
            String name = port.name();
            if (name == null) {
                continue;
            }
            String transport = port.port().protocol().transport();
            String first = nameByPort.putIfAbsent(port.port().number() + "/" + transport, name);
            if (first != null) {
                String message =
                        "`ports` of `" + service.name() + "` has " + port.port().number() + " twice, as `" + first
                                + "` and as `" + name + "`, both over " + transport.toUpperCase(Locale.ROOT);
                out.accept(Finding.of(DUPLICATE_PORT, service.path("ports", name), message)
                        .hint("remove one of them; several services can call the same port"));
            }
        }
    }
}
