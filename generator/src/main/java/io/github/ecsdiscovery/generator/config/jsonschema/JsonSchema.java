package io.github.ecsdiscovery.generator.config.jsonschema;

import io.github.ecsdiscovery.generator.config.layer.Merge;
import io.github.ecsdiscovery.generator.config.layer.Presets;
import io.github.ecsdiscovery.generator.config.schema.KeySchema;
import io.github.ecsdiscovery.generator.config.schema.KeySchema.Choice;
import io.github.ecsdiscovery.generator.config.schema.KeySchema.KeyShape;
import io.github.ecsdiscovery.generator.config.schema.KeySchema.RecordOf;
import io.github.ecsdiscovery.generator.config.schema.KeySchemas;
import io.github.ecsdiscovery.generator.config.yaml.Node;
import io.github.ecsdiscovery.generator.model.Preset;
import io.github.ecsdiscovery.generator.model.schema.Format;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The JSON Schema of a config, by which editors complete and check: made from the same shapes as the records.
 *
 * <p>A schema sees the values that a YAML parser makes. So a key of text takes numbers and booleans too where such a text
 * would do, and a number may stand in quotes. What only whole configs can have wrong is left to the generator.
 */
public final class JsonSchema {
    private static final List<String> SHARED = List.of("service", "environment");

    private JsonSchema() {}

    /** The schema, in draft 7 of JSON Schema, which editors know best. */
    public static String text() {
        Map<String, Object> definitions = new LinkedHashMap<>();
        definitions.put("service", object(KeySchemas.service(), preset("defaults"), List.of()));
        definitions.put("environment", object(KeySchemas.environment(), null, List.of()));
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("$schema", "http://json-schema.org/draft-07/schema#");
        schema.put("title", "A config of ecs-discovery");
        schema.putAll(object(KeySchemas.document(), preset(null), List.of("name", "services")));
        schema.put("definitions", definitions);
        return new JsonTree().print(schema);
    }

    private static Node.Mapping preset(@Nullable String key) {
        Node.Mapping tree = Presets.tree(Preset.DEVELOPMENT);
        return key == null ? tree : Merge.at(tree, key);
    }

    private static Map<String, Object> object(RecordOf shape, Node.@Nullable Mapping defaults, List<String> required) {
        Map<String, Object> properties = new LinkedHashMap<>();
        for (KeyShape key : shape.keys()) {
            Node.Entry entry = defaults == null ? null : defaults.entries().get(key.name());
            properties.put(key.name(), property(key, entry == null ? null : entry.value()));
        }
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("type", "object");
        object.put("additionalProperties", false);
        if (!required.isEmpty()) {
            object.put("required", required);
        }
        object.put("properties", properties);
        return object;
    }

    private static Map<String, Object> property(KeyShape key, @Nullable Node byDefault) {
        Map<String, Object> property = new LinkedHashMap<>();
        property.put("description", key.key().value());
        if (byDefault instanceof Node.Scalar scalar) {
            property.put("default", value(key.shape(), scalar.text()));
        }
        String shared = key.name().equals("defaults") ? "service" : null;
        Node.Mapping below = byDefault instanceof Node.Mapping map ? map : null;
        property.putAll(orNull(shared == null ? of(key.shape(), below, false) : reference(shared)));
        return property;
    }

    private static Object value(KeySchema shape, String text) {
        if (shape instanceof KeySchema.Flag) {
            return Boolean.valueOf(text);
        }
        return text.matches("[0-9]+") ? Integer.valueOf(text) : text;
    }

    /** @param inList whether the keys that a record needs must be there: lists are not merged */
    private static Map<String, Object> of(KeySchema shape, Node.@Nullable Mapping defaults, boolean inList) {
        if (shape instanceof KeySchema.Text text) {
            return text(text.format());
        }
        if (shape instanceof KeySchema.Number number) {
            return number(number);
        }
        if (shape instanceof KeySchema.Flag) {
            return Map.of("type", "boolean");
        }
        if (shape instanceof KeySchema.Word word) {
            return Map.of("enum", word.words());
        }
        if (shape instanceof KeySchema.ListOf list) {
            Map<String, Object> array = new LinkedHashMap<>(Map.of("type", "array"));
            bounds(array, "Items", list.least(), list.most());
            array.put("items", of(list.item(), null, true));
            return array;
        }
        if (shape instanceof KeySchema.MapOf map) {
            return map(map);
        }
        if (shape instanceof RecordOf fixed) {
            List<String> required = fixed.keys().stream()
                    .filter(key -> inList && key.key().required())
                    .map(KeyShape::name)
                    .toList();
            return object(fixed, defaults, required);
        }
        List<Object> ways = new ArrayList<>();
        ((Choice) shape).ways().forEach(way -> ways.add(of(way.shape(), null, inList)));
        return ways.size() == 1 ? cast(ways.get(0)) : Map.of("anyOf", ways);
    }

    private static Map<String, Object> map(KeySchema.MapOf map) {
        Map<String, Object> object = new LinkedHashMap<>(Map.of("type", "object"));
        bounds(object, "Properties", map.least(), map.most());
        if (map.keys() != Format.TEXT) {
            object.put("propertyNames", Map.of("pattern", anchored(map.keys())));
        }
        String shared = map.value().equals(KeySchemas.service())
                ? "service"
                : map.value().equals(KeySchemas.environment()) ? "environment" : null;
        object.put("additionalProperties", orNull(shared == null ? of(map.value(), null, false) : reference(shared)));
        return object;
    }

    private static Map<String, Object> text(Format format) {
        List<Object> types = new ArrayList<>(List.of("string"));
        if (format.matches("12")) {
            types.add(format.matches("1.5") ? "number" : "integer");
        }
        if (format.matches("true")) {
            types.add("boolean");
        }
        Map<String, Object> text = new LinkedHashMap<>();
        text.put("type", types.size() == 1 ? "string" : types);
        if (format != Format.TEXT) {
            text.put("pattern", anchored(format));
        }
        if (format == Format.PORT) {
            text.put("minimum", 1);
            text.put("maximum", 65535);
        }
        return text;
    }

    private static Map<String, Object> number(KeySchema.Number number) {
        if (!number.oneOf().isEmpty()) {
            List<Object> values = new ArrayList<>(number.oneOf());
            number.oneOf().forEach(one -> values.add(one.toString()));
            return Map.of("enum", values);
        }
        Map<String, Object> integer = new LinkedHashMap<>();
        integer.put("type", "integer");
        integer.put("minimum", number.min());
        if (number.max() < Integer.MAX_VALUE) {
            integer.put("maximum", number.max());
        }
        Map<String, Object> digits = new LinkedHashMap<>();
        digits.put("type", "string");
        digits.put("pattern", DigitRange.pattern(number.min(), number.max()));
        return Map.of("anyOf", List.of(integer, digits));
    }

    private static String anchored(Format format) {
        return "^(?:" + format.regex().replace("(?s)", "") + ")$";
    }

    private static void bounds(Map<String, Object> schema, String of, int least, int most) {
        if (least > 0) {
            schema.put("min" + of, least);
        }
        if (most < Integer.MAX_VALUE) {
            schema.put("max" + of, most);
        }
    }

    /** What is empty takes a value away, so nothing may stand at any key. */
    private static Map<String, Object> orNull(Map<String, Object> schema) {
        if (schema.get("type") instanceof String type) {
            Map<String, Object> either = new LinkedHashMap<>(schema);
            either.put("type", List.of(type, "null"));
            return either;
        }
        if (schema.get("type") instanceof List<?> types) {
            List<Object> more = new ArrayList<>(types);
            more.add("null");
            Map<String, Object> either = new LinkedHashMap<>(schema);
            either.put("type", more);
            return either;
        }
        List<Object> ways = new ArrayList<>();
        if (schema.get("anyOf") instanceof List<?> some) {
            ways.addAll(some);
        } else {
            ways.add(schema);
        }
        ways.add(Map.of("type", "null"));
        return Map.of("anyOf", ways);
    }

    private static Map<String, Object> reference(String definition) {
        if (!SHARED.contains(definition)) {
            throw new IllegalArgumentException(definition);
        }
        return Map.of("$ref", "#/definitions/" + definition);
    }

    @SuppressWarnings("unchecked") // every schema is made here
    private static Map<String, Object> cast(Object schema) {
        return (Map<String, Object>) schema;
    }
}
