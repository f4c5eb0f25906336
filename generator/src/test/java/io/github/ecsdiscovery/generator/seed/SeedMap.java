package io.github.ecsdiscovery.generator.seed;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A map from each attribute of the walk-through's Terraform to the template.
 *
 * @param references the template's value of each Terraform reference
 * @param becomes the logical ids and types of the resources that replace each Terraform resource
 * @param entries the entry of each attribute, by block and name
 * @param added resources of the template without a Terraform resource, and why they exist
 */
record SeedMap(
        Map<String, Object> references,
        Map<String, Map<String, Object>> becomes,
        Map<String, Map<String, Entry>> entries,
        Map<String, String> added) {

    /**
     * The counterpart of one attribute in the template.
     *
     * @param at the path in the template
     * @param is the value at that path, or null if there is none
     * @param because the reason for a different or missing value, or null
     */
    record Entry(
            @Nullable TemplatePath at,
            @Nullable Object is,
            @Nullable String because) {
        private static final Set<String> KEYS = Set.of("at", "is", "because");

        static Entry of(Map<?, ?> map) {
            if (!KEYS.containsAll(map.keySet())) {
                throw new IllegalArgumentException("expected only " + KEYS + ", but found " + map.keySet());
            }
            var at = map.get("at");
            var because = map.get("because");
            return new Entry(
                    at == null ? null : new TemplatePath(at.toString()),
                    map.get("is"),
                    because == null ? null : because.toString());
        }
    }

    static SeedMap read(Path file) {
        var map = CloudFormationYaml.read(file);
        var becomes = new TreeMap<String, Map<String, Object>>();
        var entries = new TreeMap<String, Map<String, Entry>>();
        for (var block : section(map, "terraform").entrySet()) {
            var attributes = new TreeMap<String, Entry>();
            entriesOf(block.getValue()).forEach((name, value) -> {
                if (name.equals("becomes")) {
                    becomes.put(block.getKey(), entriesOf(value));
                } else {
                    attributes.put(name, Entry.of((Map<?, ?>) value));
                }
            });
            entries.put(block.getKey(), attributes);
        }
        var added = section(map, "added").entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().toString()));
        return new SeedMap(section(map, "references"), becomes, entries, added);
    }

    /** Translates a Terraform value into the value that the template should have, by replacing references. */
    Object translate(Object value) {
        if (value instanceof List<?> list) {
            return list.stream().map(this::translate).toList();
        }
        return value instanceof Hcl.Reference reference
                ? references.getOrDefault(reference.target(), reference)
                : value.toString();
    }

    private static Map<String, Object> section(Map<String, Object> map, String name) {
        return entriesOf(Objects.requireNonNull(map.get(name), name));
    }

    private static Map<String, Object> entriesOf(Object value) {
        var entries = new LinkedHashMap<String, Object>();
        ((Map<?, ?>) value).forEach((key, entry) -> entries.put(key.toString(), entry));
        return entries;
    }
}
