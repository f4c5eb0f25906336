package io.github.ecsdiscovery.generator.proof;

import io.github.ecsdiscovery.generator.model.service.Dependency;
import io.github.ecsdiscovery.generator.model.service.Service;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** What a config promises about the containers of a service's tasks. */
final class ContainerPromises {
    private static final Set<Dependency> ENDS = EnumSet.of(Dependency.COMPLETE, Dependency.SUCCESS);

    private ContainerPromises() {}

    static SortedSet<String> of(String name, Service service) {
        SortedSet<String> facts = new TreeSet<>(Set.of(name + " runs " + name));
        Map<String, Map<String, Dependency>> waits = new LinkedHashMap<>(Map.of(name, service.dependsOn()));
        service.sidecars().forEach((sidecar, said) -> waits.put(sidecar, said.dependsOn()));
        service.sidecars().forEach((sidecar, said) -> {
            boolean isWaitedFor = waits.values().stream().anyMatch(one -> ENDS.contains(one.get(sidecar)));
            boolean essential = said.essential() == null ? !isWaitedFor : said.essential();
            facts.add(name + " runs " + sidecar + (essential ? "" : ", which may end"));
        });
        waits.forEach((container, others) -> others.forEach(
                (other, until) -> facts.add(container + " of " + name + " waits for " + until + " of " + other)));
        return facts;
    }
}
