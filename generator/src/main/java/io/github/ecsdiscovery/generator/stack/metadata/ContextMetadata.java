package io.github.ecsdiscovery.generator.stack.metadata;

import io.github.ecsdiscovery.generator.model.Config;
import io.github.ecsdiscovery.generator.stack.id.Mutability;
import io.github.ecsdiscovery.generator.stack.id.NamedId;
import io.github.ecsdiscovery.generator.stack.id.ResourceDescription;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The purpose of a resource, in the format of AWS's Context metadata.
 *
 * @param why why the resource exists
 * @param must sentences; a change that violates one of them breaks the system
 * @param mutability how safe it is to change a property; only properties that need care
 * @param deps services and stacks that the resource depends on
 */
public record ContextMetadata(String why, List<String> must, Map<String, Mutability> mutability, List<String> deps) {
    public ContextMetadata {
        must = List.copyOf(must);
        mutability = Collections.unmodifiableMap(new LinkedHashMap<>(mutability));
        deps = List.copyOf(deps);
    }

    /** Returns the metadata of a resource from the description of its kind, without dependencies. */
    static ContextMetadata of(Config config, NamedId id) {
        ResourceDescription description = id.kind().description();
        return new ContextMetadata(
                id.filled(description.text(config)),
                description.musts().stream().map(id::filled).toList(),
                description.mutability(),
                List.of());
    }

    /** Returns the same metadata with dependencies. */
    ContextMetadata withDeps(List<String> dependencies) {
        return new ContextMetadata(why, must, mutability, dependencies);
    }
}
