package io.github.ecsdiscovery.generator.stack.metadata;

import io.github.ecsdiscovery.generator.stack.id.NamedId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Creates the metadata of all resources. */
public final class ResourceMetadataPlan {
    private final ContextMetadataPlan contexts;
    private final Map<String, List<Suppression>> suppressions;

    public ResourceMetadataPlan(ContextMetadataPlan contexts, Map<String, List<Suppression>> suppressions) {
        this.contexts = contexts;
        this.suppressions = suppressions;
    }

    /** Returns the metadata by logical id, without resources that have none. */
    public Map<String, ResourceMetadata> of(List<NamedId> ids) {
        Map<String, ResourceMetadata> all = new HashMap<>();
        for (NamedId id : ids) {
            ContextMetadata context = contexts.of(id);
            List<Suppression> suppressionsOfResource = suppressions.getOrDefault(id.id(), List.of());
            if (context != null || !suppressionsOfResource.isEmpty()) {
                all.put(id.id(), new ResourceMetadata(context, suppressionsOfResource));
            }
        }
        return all;
    }
}
