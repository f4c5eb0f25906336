package io.github.ecsdiscovery.generator.rule.service;

import io.github.ecsdiscovery.generator.diagnostic.Finding;
import io.github.ecsdiscovery.generator.diagnostic.ProblemKind;
import io.github.ecsdiscovery.generator.model.network.NamedPort;
import io.github.ecsdiscovery.generator.rule.ServiceContext;
import io.github.ecsdiscovery.generator.rule.ServiceRule;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** No two ports of a service have the same number and transport. */
final class DistinctPorts implements ServiceRule {
    private static final ProblemKind DUPLICATE_PORT =
            ProblemKind.error("duplicate-port", "Two ports of a service have the same number and transport.");

    @Override
    public List<ProblemKind> kinds() {
        return List.of(DUPLICATE_PORT);
    }

    @Override
    public void check(ServiceContext one, Consumer<Finding> out) {
        Map<String, String> known = new HashMap<>();
        for (NamedPort port : one.service().allPorts()) {
            String name = port.name();
            String transport = port.port().protocol().transport();
            String first = name == null ? null : known.putIfAbsent(port.port().number() + "/" + transport, name);
            if (first != null && name != null) {
                String message =
                        "`ports` of `" + one.name() + "` has " + port.port().number() + " twice, as `" + first
                                + "` and as `" + name + "`, both over " + transport.toUpperCase(java.util.Locale.ROOT);
                out.accept(Finding.of(DUPLICATE_PORT, one.path("ports", name), message)
                        .hint("leave one of them out: callers share a port by its number"));
            }
        }
    }
}
