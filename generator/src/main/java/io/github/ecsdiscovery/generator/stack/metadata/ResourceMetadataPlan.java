package io.github.ecsdiscovery.generator.stack.metadata;

import io.github.ecsdiscovery.generator.stack.id.NamedId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Gathers all that is said about resources, by logical id; a resource about which nothing is said is left out. */
public final class ResourceMetadataPlan {
    private final ContextMetadataPlan contexts;
    private final Map<String, List<Suppression>> suppressions;

    public ResourceMetadataPlan(ContextMetadataPlan contexts, Map<String, List<Suppression>> suppressions) {
        this.contexts = contexts;
        this.suppressions = suppressions;
    }

    public Map<String, ResourceMetadata> of(List<NamedId> ids) {
        Map<String, ResourceMetadata> all = new HashMap<>();
        for (NamedId id : ids) {
            ContextMetadata context = contexts.of(id);
            List<Suppression> suppressed = suppressions.getOrDefault(id.id(), List.of());
            if (context != null || !suppressed.isEmpty()) {
                all.put(id.id(), new ResourceMetadata(context, suppressed));
            }
        }
        return all;
    }
}
