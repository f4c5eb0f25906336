package io.github.ecsdiscovery.generator.config.check;

import io.github.ecsdiscovery.generator.config.schema.KeySchema;
import io.github.ecsdiscovery.generator.config.schema.KeySchema.AnyOf;
import io.github.ecsdiscovery.generator.config.schema.KeySchema.KeyDefinition;
import io.github.ecsdiscovery.generator.config.schema.KeySchema.ListOf;
import io.github.ecsdiscovery.generator.config.schema.KeySchema.MapOf;
import io.github.ecsdiscovery.generator.config.schema.KeySchema.RecordOf;
import io.github.ecsdiscovery.generator.config.schema.KeySchemas;
import io.github.ecsdiscovery.generator.diagnostic.Path;
import java.util.List;
import java.util.Optional;

/** The examples of config keys, by the path of the key. */
final class KeyExamples {
    private KeyExamples() {}

    /** Returns the value in the example of the key at a path; empty if the path ends at an entry of a list or map. */
    static Optional<String> value(Path path) {
        return find(KeySchemas.document(), path.steps())
                .map(key -> key.annotation().example().substring(key.name().length() + ": ".length()));
    }

    private static Optional<KeyDefinition> find(KeySchema schema, List<String> steps) {
        if (steps.isEmpty()) {
            return Optional.empty();
        }
        List<String> rest = steps.subList(1, steps.size());
        if (schema instanceof RecordOf record) {
            Optional<KeyDefinition> key = record.key(steps.get(0));
            return rest.isEmpty() ? key : key.flatMap(definition -> find(definition.schema(), rest));
        }
        if (schema instanceof MapOf map) {
            return find(map.value(), rest);
        }
        if (schema instanceof ListOf list) {
            return find(list.item(), rest);
        }
        return schema instanceof AnyOf choice
                ? choice.alternatives().stream()
                        .flatMap(alternative -> find(alternative.schema(), steps).stream())
                        .findFirst()
                : Optional.empty();
    }
}
