package io.github.ecsdiscovery.generator.stack;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Gathers all that is said about resources, by logical id; a resource about which nothing is said is left out. */
final class MetadataPlan {
    private final ContextPlan contexts;
    private final Map<String, List<Suppression>> suppressions;

    MetadataPlan(ContextPlan contexts, Map<String, List<Suppression>> suppressions) {
        this.contexts = contexts;
        this.suppressions = suppressions;
    }

    Map<String, ResourceMetadata> of(List<NamedId> ids) {
        Map<String, ResourceMetadata> all = new HashMap<>();
        for (NamedId id : ids) {
            Context context = contexts.of(id);
            List<Suppression> suppressed = suppressions.getOrDefault(id.id(), List.of());
            if (context != null || !suppressed.isEmpty()) {
                all.put(id.id(), new ResourceMetadata(context, suppressed));
            }
        }
        return all;
    }
}
