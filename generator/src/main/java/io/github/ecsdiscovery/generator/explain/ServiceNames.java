package io.github.ecsdiscovery.generator.explain;

import java.util.List;
import java.util.Set;

/** The names of all services of a template. */
record ServiceNames(List<String> services) {
    ServiceNames {
        services = List.copyOf(services);
    }

    /** Returns the names as a list, or {@code every service} if these are all. */
    String phrase(List<String> names) {
        boolean all = services.size() > 1
                && names.size() == services.size()
                && Set.copyOf(names).containsAll(services);
        return all ? "every service" : String.join(", ", names);
    }
}
