package io.github.ecsdiscovery.generator.hostile;

import io.github.ecsdiscovery.generator.config.schema.KeySchema;
import io.github.ecsdiscovery.generator.config.schema.KeySchemas;
import io.github.ecsdiscovery.generator.model.schema.Format;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Every place of a config where a user's own text may stand, read off the schemas that the schema is made from. */
final class Sites {
    /** Keys whose contents have the schemas of other keys: what is below them is covered there. */
    private static final Set<String> OVERLAYS = Set.of("defaults", "environments");

    private Sites() {}

    /**
     * A place of a sample config.
     *
     * @param pattern the kind of place, such as {@code services.*.calls.[]}
     * @param path the keys and positions that lead there
     * @param isKey whether the text is a key of a map rather than a value
     */
    record Site(String pattern, List<Object> path, boolean isKey, Format format) {}

    /** Each kind of place that the language has. */
    static Map<String, Format> patterns() {
        Map<String, Format> patterns = new LinkedHashMap<>();
        for (KeySchema.KeyDefinition key : KeySchemas.document().keys()) {
            if (!OVERLAYS.contains(key.name())) {
                collect(key.schema(), key.name(), patterns);
            }
        }
        return patterns;
    }

    private static void collect(KeySchema schema, String at, Map<String, Format> patterns) {
        if (schema instanceof KeySchema.Text text) {
            patterns.put(at, text.format());
        } else if (schema instanceof KeySchema.ListOf list) {
            collect(list.item(), at + ".[]", patterns);
        } else if (schema instanceof KeySchema.MapOf map) {
            patterns.put(at + ".{}", map.keys());
            collect(map.value(), at + ".*", patterns);
        } else if (schema instanceof KeySchema.RecordOf fixed) {
            fixed.keys().forEach(key -> collect(key.schema(), at + "." + key.name(), patterns));
        } else if (schema instanceof KeySchema.AnyOf choice) {
            choice.alternatives().forEach(way -> collect(way.schema(), at, patterns));
        }
    }

    /** The places of a sample config, with the kind of each. */
    static List<Site> of(Map<?, ?> sample) {
        List<Site> sites = new ArrayList<>();
        walk(sample, List.of(), Set.of(""), sites);
        return sites;
    }

    private static void walk(Object node, List<Object> path, Set<String> kinds, List<Site> sites) {
        if (node instanceof Map<?, ?> map) {
            map.forEach((key, value) -> {
                matching(kinds, ".{}")
                        .forEach((kind, format) -> sites.add(new Site(kind, with(path, key), true, format)));
                walk(value, with(path, key), below(kinds, "." + key, ".*"), sites);
            });
        } else if (node instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                walk(list.get(i), with(path, i), below(kinds, ".[]"), sites);
            }
        } else {
            matching(kinds, "").forEach((kind, format) -> sites.add(new Site(kind, path, false, format)));
        }
    }

    private static Map<String, Format> matching(Set<String> kinds, String end) {
        Map<String, Format> found = new LinkedHashMap<>();
        Map<String, Format> all = patterns();
        kinds.forEach(kind -> {
            Format format = all.get((kind + end).replaceFirst("^\\.", ""));
            if (format != null) {
                found.put((kind + end).replaceFirst("^\\.", ""), format);
            }
        });
        return found;
    }

    private static Set<String> below(Set<String> kinds, String... steps) {
        Set<String> all = new TreeSet<>();
        kinds.forEach(kind -> List.of(steps).forEach(step -> all.add(kind + step)));
        return all;
    }

    /** A path and a step more. */
    static List<Object> with(List<Object> path, Object step) {
        List<Object> longer = new ArrayList<>(path);
        longer.add(step);
        return longer;
    }
}
