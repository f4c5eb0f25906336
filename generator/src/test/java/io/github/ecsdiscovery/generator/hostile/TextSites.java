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

/** Finds all sites of a config that accept text, according to the same key schemas that the JSON Schema is generated from. */
final class TextSites {
    /** Keys whose contents have the same schema as other keys, which cover them. */
    private static final Set<String> OVERLAYS = Set.of("defaults", "environments");

    private TextSites() {}

    /**
     * A site of a sample config that accepts text.
     *
     * @param pattern the pattern of the path, such as {@code services.*.calls.[]}
     * @param path the keys and positions of the path
     * @param isKey whether the text is a key of a map rather than a value
     */
    record TextSite(String pattern, List<Object> path, boolean isKey, Format format) {}

    /** Returns all patterns of the language with their formats. */
    static Map<String, Format> patterns() {
        Map<String, Format> patterns = new LinkedHashMap<>();
        for (KeySchema.KeyDefinition key : KeySchemas.document().keys()) {
            if (!OVERLAYS.contains(key.name())) {
                collect(key.schema(), key.name(), patterns);
            }
        }
        return patterns;
    }

    private static void collect(KeySchema shape, String path, Map<String, Format> patterns) {
        if (shape instanceof KeySchema.Text text) {
            patterns.put(path, text.format());
        } else if (shape instanceof KeySchema.ListOf list) {
            collect(list.item(), path + ".[]", patterns);
        } else if (shape instanceof KeySchema.MapOf map) {
            patterns.put(path + ".{}", map.keys());
            collect(map.value(), path + ".*", patterns);
        } else if (shape instanceof KeySchema.RecordOf fixed) {
            fixed.keys().forEach(key -> collect(key.schema(), path + "." + key.name(), patterns));
        } else if (shape instanceof KeySchema.AnyOf choice) {
            choice.alternatives().forEach(way -> collect(way.schema(), path, patterns));
        }
    }

    /** Returns all sites of a sample config. */
    static List<TextSite> of(Map<?, ?> sample) {
        List<TextSite> sites = new ArrayList<>();
        walk(sample, List.of(), Set.of(""), sites);
        return sites;
    }

    private static void walk(Object node, List<Object> path, Set<String> candidates, List<TextSite> sites) {
        if (node instanceof Map<?, ?> map) {
            map.forEach((key, value) -> {
                matching(candidates, ".{}")
                        .forEach((pattern, format) -> sites.add(new TextSite(pattern, with(path, key), true, format)));
                walk(value, with(path, key), below(candidates, "." + key, ".*"), sites);
            });
        } else if (node instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                walk(list.get(i), with(path, i), below(candidates, ".[]"), sites);
            }
        } else {
            matching(candidates, "")
                    .forEach((pattern, format) -> sites.add(new TextSite(pattern, path, false, format)));
        }
    }

    private static Map<String, Format> matching(Set<String> candidates, String end) {
        Map<String, Format> matches = new LinkedHashMap<>();
        Map<String, Format> all = patterns();
        candidates.forEach(pattern -> {
            Format format = all.get((pattern + end).replaceFirst("^\\.", ""));
            if (format != null) {
                matches.put((pattern + end).replaceFirst("^\\.", ""), format);
            }
        });
        return matches;
    }

    private static Set<String> below(Set<String> candidates, String... steps) {
        Set<String> all = new TreeSet<>();
        candidates.forEach(pattern -> List.of(steps).forEach(step -> all.add(pattern + step)));
        return all;
    }

    /** Returns a path with one more step. */
    static List<Object> with(List<Object> path, Object step) {
        List<Object> longer = new ArrayList<>(path);
        longer.add(step);
        return longer;
    }
}
