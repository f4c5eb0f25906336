package io.github.ecsdiscovery.generator.stack;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Gathers all that is said about resources, by logical id; a resource about which nothing is said is left out. */
final class MetadataPlan {
    private final ContextPlan contexts;

    MetadataPlan(ContextPlan contexts) {
        this.contexts = contexts;
    }

    Map<String, ResourceMetadata> of(List<NamedId> ids) {
        Map<String, ResourceMetadata> all = new HashMap<>();
        for (NamedId id : ids) {
            Context context = contexts.of(id);
            if (context != null) {
                all.put(id.id(), new ResourceMetadata(context));
            }
        }
        return all;
    }
}
