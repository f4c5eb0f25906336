package io.github.ecsdiscovery.generator.cli;

import io.github.ecsdiscovery.generator.config.schema.KeySchema;
import io.github.ecsdiscovery.generator.config.schema.KeySchemas;
import io.github.ecsdiscovery.generator.model.schema.Format;
import io.github.ecsdiscovery.generator.model.schema.Unit;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.Yaml;

/** Renders the chapter about config keys: a table of keys for each map of the config language. */
final class KeyReference {
    private final Map<?, ?> development = preset("development");
    private final Map<?, ?> production = preset("production");
    private final Map<Class<?>, String> paths = new HashMap<>();
    private final List<String> index = new ArrayList<>();
    private final StringBuilder tables = new StringBuilder();

    private KeyReference() {}

    /** Returns a list of the maps, and their tables. */
    static String render() {
        KeyReference reference = new KeyReference();
        reference.section("Top level", KeySchemas.document(), "");
        return String.join("\n", reference.index) + "\n" + reference.tables;
    }

    private void section(String title, KeySchema.RecordOf schema, String path) {
        String earlier = path.isEmpty() ? null : paths.putIfAbsent(schema.type(), path);
        String anchor = path.isEmpty() ? "top-level" : anchor(path) + "-keys";
        index.add("- [" + title + "](#" + anchor + ")");
        tables.append("\n<a id=\"")
                .append(anchor)
                .append("\"></a>\n\n### ")
                .append(title)
                .append("\n\n");
        if (earlier != null) {
            tables.append("The keys are those of [`" + earlier + "`](#" + anchor(earlier) + "-keys).\n");
            return;
        }
        tables.append("| key | values | default | description |\n| --- | --- | --- | --- |\n");
        schema.keys().forEach(key -> row(key, path));
        for (KeySchema.KeyDefinition key : schema.keys()) {
            if (!key.name().equals("defaults") && !key.name().equals("environments")) {
                children(key.schema(), join(path, key.name()));
            }
        }
    }

    private void row(KeySchema.KeyDefinition key, String path) {
        tables.append("| <a id=\"" + anchor(join(path, key.name())) + "\"></a>`" + key.name() + "` | ")
                .append(cell(values(key.schema()) + unit(key.schema())))
                .append(" | ")
                .append(cell(byDefault(key, path)))
                .append(" | ")
                .append(cell(
                        key.annotation().value() + "<br>`" + key.annotation().example() + "`"))
                .append(" |\n");
    }

    private void children(KeySchema schema, String path) {
        if (schema instanceof KeySchema.RecordOf fixed) {
            section("`" + path + "`", fixed, path);
        } else if (schema instanceof KeySchema.ListOf list) {
            children(list.item(), path + "[]");
        } else if (schema instanceof KeySchema.MapOf map) {
            children(map.value(), path + ".<name>");
        } else if (schema instanceof KeySchema.AnyOf choice) {
            choice.alternatives().forEach(alternative -> children(alternative.schema(), path));
        }
    }

    /** Returns the path without the names that users choose: {@code services.http.path}. */
    private static String anchor(String path) {
        return path.replace(".<name>", "").replace("[]", "");
    }

    private static String join(String path, String name) {
        return path.isEmpty() ? name : path + "." + name;
    }

    private String byDefault(KeySchema.KeyDefinition key, String path) {
        if (key.annotation().required()) {
            return "required";
        }
        String usual = presetValue(key, path, development);
        String inProduction = presetValue(key, path, production);
        String first = usual.isEmpty() ? key.annotation().byDefault() : usual;
        if (inProduction.isEmpty() || inProduction.equals(usual)) {
            return first;
        }
        return (first.isEmpty() ? "none" : first) + "; " + inProduction + " in `production`";
    }

    /** Returns the value of a preset; empty for maps, whose keys have rows of their own. */
    private static String presetValue(KeySchema.KeyDefinition key, String path, Map<?, ?> preset) {
        String parent =
                path.startsWith("services.<name>") ? "defaults" + path.substring("services.<name>".length()) : path;
        // A service's `capacity` replaces the preset's as a whole, so its keys have no defaults.
        Object node = parent.endsWith(".capacity") ? null : preset;
        for (String step : parent.split("\\.", -1)) {
            node = step.isEmpty() ? node : node instanceof Map<?, ?> map ? map.get(step) : null;
        }
        Object value = node instanceof Map<?, ?> map ? map.get(key.name()) : null;
        boolean isWhole = key.name().equals("capacity");
        return value == null || value instanceof Map<?, ?> && !isWhole ? "" : "`" + flow(value) + "`";
    }

    private static String flow(Object value) {
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .map(entry -> entry.getKey() + ": " + flow(entry.getValue()))
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        return value instanceof List<?> list
                ? list.stream().map(KeyReference::flow).collect(Collectors.joining(", ", "[", "]"))
                : value.toString();
    }

    private static String values(KeySchema schema) {
        if (schema instanceof KeySchema.Text text) {
            return text.format() == Format.TEXT ? "text" : text.format().expected();
        }
        if (schema instanceof KeySchema.Number number) {
            return number(number);
        }
        if (schema instanceof KeySchema.Bool) {
            return "`true`, `false`";
        }
        if (schema instanceof KeySchema.EnumValue enumValue) {
            return enumValue.values().stream().map(value -> "`" + value + "`").collect(Collectors.joining(", "));
        }
        if (schema instanceof KeySchema.ListOf list) {
            return "list" + elements("item", list.item());
        }
        if (schema instanceof KeySchema.MapOf map) {
            return "map" + elements("value", map.value());
        }
        return schema instanceof KeySchema.AnyOf choice ? alternatives(choice) : "map";
    }

    private static String alternatives(KeySchema.AnyOf choice) {
        List<KeySchema> schemas = choice.alternatives().stream()
                .map(KeySchema.Alternative::schema)
                .sorted(Comparator.comparing(schema -> !schema.isScalar()))
                .toList();
        boolean isListOrMap = schemas.size() == 2
                && schemas.get(0) instanceof KeySchema.ListOf list
                && schemas.get(1) instanceof KeySchema.MapOf map
                && list.item().equals(map.value());
        return isListOrMap
                ? values(schemas.get(0)).replaceFirst("list, each item", "list or map, each value")
                : schemas.stream().map(KeyReference::values).collect(Collectors.joining("; or "));
    }

    private static String elements(String name, KeySchema element) {
        if (element instanceof KeySchema.RecordOf) {
            return " of maps";
        }
        boolean isText = element instanceof KeySchema.Text text && text.format() == Format.TEXT;
        return isText ? " of texts" : ", each " + name + ": " + values(element);
    }

    private static String number(KeySchema.Number number) {
        if (!number.oneOf().isEmpty()) {
            return number.oneOf().stream().map(String::valueOf).collect(Collectors.joining(", "));
        }
        return number.max() == Integer.MAX_VALUE
                ? "number of at least " + number.min()
                : number.min() + " to " + number.max();
    }

    private static String unit(KeySchema schema) {
        Optional<Unit> unit = schema instanceof KeySchema.Number number ? Optional.of(number.unit()) : Optional.empty();
        return unit.filter(known -> known != Unit.NONE && known != Unit.CPU)
                .map(known -> " " + known.phrase())
                .orElse("");
    }

    private static String cell(String text) {
        return text.replace("|", "\\|");
    }

    private static Map<?, ?> preset(String name) {
        String file = "/io/github/ecsdiscovery/generator/config/preset/" + name + ".yaml";
        try (InputStream in = KeySchemas.class.getResourceAsStream(file)) {
            @Nullable Map<?, ?> tree = new Yaml().load(Objects.requireNonNull(in));
            return Objects.requireNonNull(tree);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
