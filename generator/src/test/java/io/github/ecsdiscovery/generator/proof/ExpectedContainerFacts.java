package io.github.ecsdiscovery.generator.proof;

import io.github.ecsdiscovery.generator.model.service.Dependency;
import io.github.ecsdiscovery.generator.model.service.Service;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** The facts that a config demands of the containers of a service's tasks. */
final class ExpectedContainerFacts {
    private static final Set<Dependency> EXIT_CONDITIONS = EnumSet.of(Dependency.COMPLETE, Dependency.SUCCESS);

    private ExpectedContainerFacts() {}

    static SortedSet<String> of(String name, Service service) {
        SortedSet<String> facts = new TreeSet<>(Set.of(name + " runs " + name));
        Map<String, Map<String, Dependency>> dependencies = new LinkedHashMap<>(Map.of(name, service.dependsOn()));
        service.sidecars().forEach((sidecar, config) -> dependencies.put(sidecar, config.dependsOn()));
        service.sidecars().forEach((sidecar, config) -> {
            boolean mustExit = dependencies.values().stream()
                    .anyMatch(conditions -> EXIT_CONDITIONS.contains(conditions.get(sidecar)));
            boolean essential = config.essential() == null ? !mustExit : config.essential();
            facts.add(name + " runs " + sidecar + (essential ? "" : ", not essential"));
        });
        dependencies.forEach((container, conditions) -> conditions.forEach((other, condition) ->
                facts.add(container + " of " + name + " waits for " + condition + " of " + other)));
        return facts;
    }
}
