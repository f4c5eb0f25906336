package io.github.ecsdiscovery.generator.config.schema;

import io.github.ecsdiscovery.generator.config.schema.KeySchema.Choice;
import io.github.ecsdiscovery.generator.config.schema.KeySchema.KeyShape;
import io.github.ecsdiscovery.generator.config.schema.KeySchema.RecordOf;
import io.github.ecsdiscovery.generator.config.schema.KeySchema.Way;
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

/** Reads the shapes off the records of the model. */
public final class KeySchemas {
    private static final Map<Class<?>, KeySchema> KNOWN = new HashMap<>();

    private KeySchemas() {}

    /** A whole config, before its layers are merged. */
    public static RecordOf document() {
        return with(environment(), keysOf(Layers.Environments.class));
    }

    /** What may stand below an environment's name: any key but {@code environments}. */
    public static RecordOf environment() {
        return with(config(), keysOf(Layers.class));
    }

    /** A config after its layers were merged. */
    public static RecordOf config() {
        return (RecordOf) of(Config.class);
    }

    public static RecordOf service() {
        return (RecordOf) of(Service.class);
    }

    private static RecordOf with(RecordOf shape, List<KeyShape> more) {
        List<KeyShape> keys = new ArrayList<>(shape.keys());
        keys.addAll(more);
        return new RecordOf(shape.type(), keys);
    }

    private static synchronized KeySchema of(Class<?> type) {
        KeySchema known = KNOWN.get(type);
        if (known == null) {
            known = type.isEnum() ? new KeySchema.Word(type) : composite(type);
            KNOWN.put(type, known);
        }
        return known;
    }

    private static KeySchema composite(Class<?> type) {
        List<Way> ways = Arrays.stream(type.getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(Form.class))
                .map(KeySchemas::way)
                .sorted(Comparator.comparing(way -> way.shape().getClass().getSimpleName()))
                .toList();
        return ways.isEmpty() ? new RecordOf(type, keysOf(type)) : new Choice(type, ways);
    }

    private static Way way(Method factory) {
        Form form = factory.getAnnotation(Form.class);
        Bounds bounds = new Bounds(
                form.format(),
                form.keys(),
                form.min(),
                form.max(),
                List.of(),
                Unit.NONE,
                form.least(),
                Integer.MAX_VALUE);
        return new Way(of(factory.getGenericParameterTypes()[0], bounds), factory);
    }

    private static List<KeyShape> keysOf(Class<?> type) {
        List<KeyShape> keys = new ArrayList<>();
        for (RecordComponent component : type.getRecordComponents()) {
            Key key = component.getAnnotation(Key.class);
            if (key == null) {
                throw new IllegalStateException("no @Key at " + type.getSimpleName() + "." + component.getName());
            }
            String name = key.name().isEmpty() ? component.getName() : key.name();
            List<Integer> oneOf = Arrays.stream(key.oneOf()).boxed().toList();
            Bounds bounds = new Bounds(
                    key.format(), key.keys(), key.min(), key.max(), oneOf, key.unit(), key.least(), key.most());
            keys.add(new KeyShape(name, shape(component, bounds), key));
        }
        return keys;
    }

    private static KeySchema shape(RecordComponent component, Bounds bounds) {
        if (component.getDeclaringRecord() == Layers.Environments.class) {
            return new KeySchema.MapOf(bounds.keys(), environment(), bounds.least(), bounds.most());
        }
        return of(component.getGenericType(), bounds);
    }

    private static KeySchema of(Type type, Bounds bounds) {
        if (type instanceof ParameterizedType generic) {
            Type[] arguments = generic.getActualTypeArguments();
            return generic.getRawType() == List.class
                    ? new KeySchema.ListOf(of(arguments[0], bounds), bounds.least(), bounds.most())
                    : new KeySchema.MapOf(
                            bounds.keys(), of(arguments[1], bounds.inner()), bounds.least(), bounds.most());
        }
        if (type == String.class) {
            return new KeySchema.Text(bounds.format());
        }
        if (type == int.class || type == Integer.class) {
            return new KeySchema.Number(bounds.min(), bounds.max(), bounds.oneOf(), bounds.unit());
        }
        return type == boolean.class || type == Boolean.class ? new KeySchema.Flag() : of((Class<?>) type);
    }

    /** What an annotation says beside the type. */
    private record Bounds(
            Format format, Format keys, int min, int max, List<Integer> oneOf, Unit unit, int least, int most) {
        /** For the values of a map: they may be as many as they like; keys of a map within have the same form. */
        Bounds inner() {
            return new Bounds(format, keys, min, max, oneOf, unit, 0, Integer.MAX_VALUE);
        }
    }
}
