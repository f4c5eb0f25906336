package io.github.ecsdiscovery.generator.config;

import io.github.ecsdiscovery.generator.config.check.StructureCheck;
import io.github.ecsdiscovery.generator.config.schema.KeySchema;
import io.github.ecsdiscovery.generator.config.schema.KeySchema.Choice;
import io.github.ecsdiscovery.generator.config.schema.KeySchema.KeyShape;
import io.github.ecsdiscovery.generator.config.schema.KeySchema.ListOf;
import io.github.ecsdiscovery.generator.config.schema.KeySchema.MapOf;
import io.github.ecsdiscovery.generator.config.schema.KeySchema.RecordOf;
import io.github.ecsdiscovery.generator.config.schema.KeySchema.Way;
import io.github.ecsdiscovery.generator.config.yaml.Node;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes records from a tree in which {@link StructureCheck} found nothing, or from which it took what is wrong. */
final class Binder {
    private Binder() {}

    /** The value of a tree; never null. */
    static Object bind(KeySchema shape, Node node) {
        if (shape instanceof Choice choice) {
            Way way = choice.way(node).orElseThrow(() -> new IllegalStateException("no way to write " + node));
            return call(way, bind(way.shape(), node));
        }
        if (shape instanceof RecordOf record) {
            return record(record, (Node.Mapping) node);
        }
        if (shape instanceof MapOf map) {
            Map<String, Object> values = new LinkedHashMap<>();
            ((Node.Mapping) node).entries().forEach((key, entry) -> values.put(key, bind(map.value(), entry.value())));
            return values;
        }
        if (shape instanceof ListOf list) {
            List<Object> values = new ArrayList<>();
            ((Node.Sequence) node).items().forEach(item -> values.add(bind(list.item(), item)));
            return values;
        }
        String text = ((Node.Scalar) node).text();
        if (shape instanceof KeySchema.Word word) {
            return word.constant(text);
        }
        if (shape instanceof KeySchema.Number) {
            return Integer.valueOf(text);
        }
        return shape instanceof KeySchema.Flag ? (Object) Boolean.valueOf(text) : text;
    }

    private static Object call(Way way, Object written) {
        try {
            return way.factory().invoke(null, written);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot make " + way.factory() + " of " + written, e);
        }
    }

    private static Object record(RecordOf shape, Node.Mapping node) {
        RecordComponent[] components = shape.type().getRecordComponents();
        @Nullable Object[] values = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            KeyShape key = shape.keys().get(i);
            Node.Entry entry = node.entries().get(key.name());
            values[i] = entry == null ? absent(key) : bind(key.shape(), entry.value());
        }
        try {
            Class<?>[] types =
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
            Constructor<?> constructor = shape.type().getDeclaredConstructor(types);
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot make " + shape.type().getSimpleName() + " of " + node.place(), e);
        }
    }

    /** An empty list or map where nothing was written and empty ones are allowed; else null, which the record knows. */
    private static @Nullable Object absent(KeyShape key) {
        if (key.shape() instanceof ListOf list && list.least() == 0) {
            return List.of();
        }
        return key.shape() instanceof MapOf map && map.least() == 0 ? Map.of() : null;
    }
}
