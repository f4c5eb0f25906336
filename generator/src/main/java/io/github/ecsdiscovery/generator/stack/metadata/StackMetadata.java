package io.github.ecsdiscovery.generator.stack.metadata;

import io.github.ecsdiscovery.generator.stack.id.NamedId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The logical ids of a template and the metadata of its resources.
 *
 * @param context the purpose of the template, or null without {@code contextMetadata}
 * @param ids all logical ids with their owners
 * @param resources metadata by logical id; without resources that have none
 */
public record StackMetadata(
        @Nullable StackContextMetadata context, List<NamedId> ids, Map<String, ResourceMetadata> resources) {
    public StackMetadata {
        ids = List.copyOf(ids);
        resources = Map.copyOf(resources);
    }
}
