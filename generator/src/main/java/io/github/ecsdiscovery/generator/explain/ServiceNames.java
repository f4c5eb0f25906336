package io.github.ecsdiscovery.generator.explain;

import java.util.List;
import java.util.Set;

/** The names of all services, for a phrase that means them all. */
record ServiceNames(List<String> services) {
    ServiceNames {
        services = List.copyOf(services);
    }

    String named(List<String> names) {
        boolean all = services.size() > 1
                && names.size() == services.size()
                && Set.copyOf(names).containsAll(services);
        return all ? "every service" : String.join(", ", names);
    }
}
