package io.github.ecsdiscovery.generator.config.schema;

import io.github.ecsdiscovery.generator.config.schema.KeySchema.Alternative;
import io.github.ecsdiscovery.generator.config.schema.KeySchema.AnyOf;
import io.github.ecsdiscovery.generator.config.schema.KeySchema.KeyDefinition;
import io.github.ecsdiscovery.generator.config.schema.KeySchema.RecordOf;
import io.github.ecsdiscovery.generator.model.Config;
import io.github.ecsdiscovery.generator.model.schema.Form;
import io.github.ecsdiscovery.generator.model.schema.Format;
import io.github.ecsdiscovery.generator.model.schema.Key;
import io.github.ecsdiscovery.generator.model.schema.Unit;
import io.github.ecsdiscovery.generator.model.service.Service;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads the schemas of config keys from the annotations of the model. */
public final class KeySchemas {
    private static final Map<Class<?>, KeySchema> CACHE = new HashMap<>();

    private KeySchemas() {}

    /** Returns the schema of a config file, before its layers are merged. */
    public static RecordOf document() {
        return with(environment(), keysOf(Layers.Environments.class));
    }

    /** Returns the schema of an environment: any key except {@code environments}. */
    public static RecordOf environment() {
        return with(config(), keysOf(Layers.class));
    }

    /** Returns the schema of a config after its layers were merged. */
    public static RecordOf config() {
        return (RecordOf) of(Config.class);
    }

    public static RecordOf service() {
        return (RecordOf) of(Service.class);
    }

    private static RecordOf with(RecordOf schema, List<KeyDefinition> more) {
        List<KeyDefinition> keys = new ArrayList<>(schema.keys());
        keys.addAll(more);
        return new RecordOf(schema.type(), keys);
    }

    private static synchronized KeySchema of(Class<?> type) {
        KeySchema known = CACHE.get(type);
        if (known == null) {
            known = type.isEnum() ? new KeySchema.EnumValue(type) : composite(type);
            CACHE.put(type, known);
        }
        return known;
    }

    private static KeySchema composite(Class<?> type) {
        List<Alternative> alternatives = Arrays.stream(type.getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(Form.class))
                .map(KeySchemas::alternative)
                .sorted(Comparator.comparing(
                        alternative -> alternative.schema().getClass().getSimpleName()))
                .toList();
        return alternatives.isEmpty() ? new RecordOf(type, keysOf(type)) : new AnyOf(type, alternatives);
    }

    private static Alternative alternative(Method factory) {
        Form form = factory.getAnnotation(Form.class);
        Bounds bounds = new Bounds(
                form.format(),
                form.keys(),
                form.min(),
                form.max(),
                List.of(),
                Unit.NONE,
                form.minEntries(),
                Integer.MAX_VALUE);
        return new Alternative(of(factory.getGenericParameterTypes()[0], bounds), factory);
    }

    private static List<KeyDefinition> keysOf(Class<?> type) {
        List<KeyDefinition> keys = new ArrayList<>();
        for (RecordComponent component : type.getRecordComponents()) {
            Key key = component.getAnnotation(Key.class);
            if (key == null) {
                throw new IllegalStateException("missing @Key at " + type.getSimpleName() + "." + component.getName());
            }
            String name = key.name().isEmpty() ? component.getName() : key.name();
            List<Integer> oneOf = Arrays.stream(key.oneOf()).boxed().toList();
            Bounds bounds = new Bounds(
                    key.format(),
                    key.keys(),
                    key.min(),
                    key.max(),
                    oneOf,
                    key.unit(),
                    key.minEntries(),
                    key.maxEntries());
            keys.add(new KeyDefinition(name, schema(component, bounds), key));
        }
        return keys;
    }

    private static KeySchema schema(RecordComponent component, Bounds bounds) {
        if (component.getDeclaringRecord() == Layers.Environments.class) {
            return new KeySchema.MapOf(bounds.keys(), environment(), bounds.minEntries(), bounds.maxEntries());
        }
        return of(component.getGenericType(), bounds);
    }

    private static KeySchema of(Type type, Bounds bounds) {
        if (type instanceof ParameterizedType generic) {
            Type[] arguments = generic.getActualTypeArguments();
            return generic.getRawType() == List.class
                    ? new KeySchema.ListOf(of(arguments[0], bounds), bounds.minEntries(), bounds.maxEntries())
                    : new KeySchema.MapOf(
                            bounds.keys(), of(arguments[1], bounds.inner()), bounds.minEntries(), bounds.maxEntries());
        }
        if (type == String.class) {
            return new KeySchema.Text(bounds.format());
        }
        if (type == int.class || type == Integer.class) {
            return new KeySchema.Number(bounds.min(), bounds.max(), bounds.oneOf(), bounds.unit());
        }
        return type == boolean.class || type == Boolean.class ? new KeySchema.Bool() : of((Class<?>) type);
    }

    /** The restrictions of an annotation. */
    private record Bounds(
            Format format,
            Format keys,
            int min,
            int max,
            List<Integer> oneOf,
            Unit unit,
            int minEntries,
            int maxEntries) {
        /** Returns the bounds for the values of a map: without a number of entries, and with the same format of keys. */
        Bounds inner() {
            return new Bounds(format, keys, min, max, oneOf, unit, 0, Integer.MAX_VALUE);
        }
    }
}
