package io.github.ecsdiscovery.generator.config.jsonschema;

import io.github.ecsdiscovery.generator.config.layer.Merge;
import io.github.ecsdiscovery.generator.config.layer.Presets;
import io.github.ecsdiscovery.generator.config.schema.KeySchema;
import io.github.ecsdiscovery.generator.config.schema.KeySchema.AnyOf;
import io.github.ecsdiscovery.generator.config.schema.KeySchema.KeyDefinition;
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
 * The JSON Schema of a config, which editors use for completion and checks. It is generated from the model, like the reader.
 *
 * <p>Editors apply a schema to the values of a YAML parser. Therefore a text key accepts numbers and booleans that match its
 * format, and a number may be in quotes. Only the generator checks rules that need the whole config.
 */
public final class JsonSchema {
    private static final List<String> SHARED = List.of("service", "environment");

    private JsonSchema() {}

    /** Returns the schema in draft 7, which editors support best. */
    public static String text() {
        Map<String, Object> definitions = new LinkedHashMap<>();
        definitions.put("service", object(KeySchemas.service(), preset("defaults"), List.of()));
        definitions.put("environment", object(KeySchemas.environment(), null, List.of()));
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("$schema", "http://json-schema.org/draft-07/schema#");
        schema.put("title", "Config of ecs-discovery");
        schema.putAll(object(KeySchemas.document(), preset(null), List.of("name", "services")));
        schema.put("definitions", definitions);
        return new JsonTree().print(schema);
    }

    private static Node.Mapping preset(@Nullable String key) {
        Node.Mapping tree = Presets.tree(Preset.DEVELOPMENT);
        return key == null ? tree : Merge.at(tree, key);
    }

    private static Map<String, Object> object(RecordOf schema, Node.@Nullable Mapping defaults, List<String> required) {
        Map<String, Object> properties = new LinkedHashMap<>();
        for (KeyDefinition key : schema.keys()) {
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

    private static Map<String, Object> property(KeyDefinition key, @Nullable Node byDefault) {
        Map<String, Object> property = new LinkedHashMap<>();
        property.put("description", key.annotation().value());
        if (byDefault instanceof Node.Scalar scalar) {
            property.put("default", value(key.schema(), scalar.text()));
        }
        String shared = key.name().equals("defaults") ? "service" : null;
        Node.Mapping below = byDefault instanceof Node.Mapping map ? map : null;
        property.putAll(orNull(shared == null ? of(key.schema(), below, false) : reference(shared)));
        return property;
    }

    private static Object value(KeySchema schema, String text) {
        if (schema instanceof KeySchema.Bool) {
            return Boolean.valueOf(text);
        }
        return text.matches("[0-9]+") ? Integer.valueOf(text) : text;
    }

    /** @param inList whether required keys must be present, because lists are not merged */
    private static Map<String, Object> of(KeySchema schema, Node.@Nullable Mapping defaults, boolean inList) {
        if (schema instanceof KeySchema.Text text) {
            return text(text.format());
        }
        if (schema instanceof KeySchema.Number number) {
            return number(number);
        }
        if (schema instanceof KeySchema.Bool) {
            return Map.of("type", "boolean");
        }
        if (schema instanceof KeySchema.EnumValue word) {
            return Map.of("enum", word.values());
        }
        if (schema instanceof KeySchema.ListOf list) {
            Map<String, Object> array = new LinkedHashMap<>(Map.of("type", "array"));
            bounds(array, "Items", list.minEntries(), list.maxEntries());
            array.put("items", of(list.item(), null, true));
            return array;
        }
        if (schema instanceof KeySchema.MapOf map) {
            return map(map);
        }
        if (schema instanceof RecordOf fixed) {
            List<String> required = fixed.keys().stream()
                    .filter(key -> inList && key.annotation().required())
                    .map(KeyDefinition::name)
                    .toList();
            return object(fixed, defaults, required);
        }
        List<Object> alternatives = new ArrayList<>();
        ((AnyOf) schema)
                .alternatives()
                .forEach(alternative -> alternatives.add(of(alternative.schema(), null, inList)));
        return alternatives.size() == 1 ? cast(alternatives.get(0)) : Map.of("anyOf", alternatives);
    }

    private static Map<String, Object> map(KeySchema.MapOf map) {
        Map<String, Object> object = new LinkedHashMap<>(Map.of("type", "object"));
        bounds(object, "Properties", map.minEntries(), map.maxEntries());
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
            number.oneOf().forEach(allowed -> values.add(allowed.toString()));
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

    private static void bounds(Map<String, Object> schema, String of, int min, int max) {
        if (min > 0) {
            schema.put("min" + of, min);
        }
        if (max < Integer.MAX_VALUE) {
            schema.put("max" + of, max);
        }
    }

    /** Adds {@code null} to a schema, because an empty value removes an inherited one. */
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
        List<Object> alternatives = new ArrayList<>();
        if (schema.get("anyOf") instanceof List<?> some) {
            alternatives.addAll(some);
        } else {
            alternatives.add(schema);
        }
        alternatives.add(Map.of("type", "null"));
        return Map.of("anyOf", alternatives);
    }

    private static Map<String, Object> reference(String definition) {
        if (!SHARED.contains(definition)) {
            throw new IllegalArgumentException(definition);
        }
        return Map.of("$ref", "#/definitions/" + definition);
    }

    @SuppressWarnings("unchecked") // all schemas are created in this class
    private static Map<String, Object> cast(Object schema) {
        return (Map<String, Object>) schema;
    }
}
