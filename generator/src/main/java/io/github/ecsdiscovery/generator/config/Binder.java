package io.github.ecsdiscovery.generator.config;

import io.github.ecsdiscovery.generator.config.check.StructureCheck;
import io.github.ecsdiscovery.generator.config.schema.KeySchema;
import io.github.ecsdiscovery.generator.config.schema.KeySchema.Alternative;
import io.github.ecsdiscovery.generator.config.schema.KeySchema.AnyOf;
import io.github.ecsdiscovery.generator.config.schema.KeySchema.KeyDefinition;
import io.github.ecsdiscovery.generator.config.schema.KeySchema.ListOf;
import io.github.ecsdiscovery.generator.config.schema.KeySchema.MapOf;
import io.github.ecsdiscovery.generator.config.schema.KeySchema.RecordOf;
import io.github.ecsdiscovery.generator.config.yaml.Node;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Creates records from a tree that {@link StructureCheck} has checked and stripped of invalid parts. */
final class Binder {
    private Binder() {}

    /** Returns the value of a tree; never null. */
    static Object bind(KeySchema schema, Node node) {
        if (schema instanceof AnyOf choice) {
            Alternative alternative = choice.alternativeFor(node)
                    .orElseThrow(() -> new IllegalStateException("no alternative accepts " + node));
            return call(alternative, bind(alternative.schema(), node));
        }
        if (schema instanceof RecordOf record) {
            return record(record, (Node.Mapping) node);
        }
        if (schema instanceof MapOf map) {
            Map<String, Object> values = new LinkedHashMap<>();
            ((Node.Mapping) node).entries().forEach((key, entry) -> values.put(key, bind(map.value(), entry.value())));
            return values;
        }
        if (schema instanceof ListOf list) {
            List<Object> values = new ArrayList<>();
            ((Node.Sequence) node).items().forEach(item -> values.add(bind(list.item(), item)));
            return values;
        }
        String text = ((Node.Scalar) node).text();
        if (schema instanceof KeySchema.EnumValue enumValue) {
            return enumValue.constant(text);
        }
        if (schema instanceof KeySchema.Number) {
            return Integer.valueOf(text);
        }
        return schema instanceof KeySchema.Bool ? (Object) Boolean.valueOf(text) : text;
    }

    private static Object call(Alternative alternative, Object written) {
        try {
            return alternative.factory().invoke(null, written);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot call " + alternative.factory() + " with " + written, e);
        }
    }

    private static Object record(RecordOf schema, Node.Mapping node) {
        RecordComponent[] components = schema.type().getRecordComponents();
        @Nullable Object[] values = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            KeyDefinition key = schema.keys().get(i);
            Node.Entry entry = node.entries().get(key.name());
            values[i] = entry == null ? absent(key) : bind(key.schema(), entry.value());
        }
        try {
            Class<?>[] types =
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
            Constructor<?> constructor = schema.type().getDeclaredConstructor(types);
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(
                    "cannot create " + schema.type().getSimpleName() + " from " + node.location(), e);
        }
    }

    /** Returns the value of an absent key: an empty list or map if these are allowed, else null. */
    private static @Nullable Object absent(KeyDefinition key) {
        if (key.schema() instanceof ListOf list && list.minEntries() == 0) {
            return List.of();
        }
        return key.schema() instanceof MapOf map && map.minEntries() == 0 ? Map.of() : null;
    }
}
