package io.github.ecsdiscovery.generator.config.layer;

import io.github.ecsdiscovery.generator.config.yaml.Node;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import org.jspecify.annotations.Nullable;

/** Merges one tree over another: maps merge, other values replace, empty values ({@code null}) remove (RFC 7386). */
public final class Merge {
    private Merge() {}

    /** Returns the merged tree. Merged maps have the location of the overlay. */
    static Node.Mapping merge(Node.Mapping base, Node.Mapping overlay) {
        return merge(base, overlay, false, Merge::merge);
    }

    /**
     * Merges an overlay with the keys of a config over a config. {@code port} replaces {@code ports} and vice versa. Merged
     * maps have the location of the config, because the overlay changes a service and does not create it.
     */
    public static Node.Mapping document(Node.Mapping base, Node.Mapping overlay) {
        Node.Mapping merged = onto(base, overlay);
        merged = child(base, overlay, merged, "defaults", Merge::service);
        for (String key : List.of("peers", "services")) {
            merged = child(base, overlay, merged, key, (b, o) -> merge(b, o, true, Merge::service));
        }
        return merged;
    }

    private static Node.Mapping onto(Node.Mapping base, Node.Mapping overlay) {
        return merge(base, overlay, true, Merge::onto);
    }

    /** Merges a service's keys of two levels. Ports and capacity are not merged: the higher level's replace the lower's. */
    static Node.Mapping level(Node.Mapping lower, Node.Mapping higher) {
        Map<String, Node.Entry> kept = new LinkedHashMap<>(lower.entries());
        if (has(higher, "port") || has(higher, "ports")) {
            kept.remove("port");
            kept.remove("ports");
        }
        if (hasValue(higher, "capacity")) {
            kept.remove("capacity");
        }
        return merge(new Node.Mapping(kept, lower.location()), higher);
    }

    /** Returns the map at a key, or an empty one. */
    public static Node.Mapping at(Node.Mapping tree, String key) {
        Node.Entry entry = tree.entries().get(key);
        return entry != null && entry.value() instanceof Node.Mapping map ? map : Node.Mapping.empty(tree.location());
    }

    /** Returns whether the key has a value that is not empty. */
    public static boolean hasValue(Node.Mapping map, String key) {
        Node.Entry entry = map.entries().get(key);
        return entry != null && !(entry.value() instanceof Node.Empty);
    }

    private static boolean has(Node.Mapping map, String key) {
        return map.entries().containsKey(key);
    }

    private static Node.Mapping service(Node.Mapping base, Node.Mapping overlay) {
        Map<String, Node.Entry> kept = new LinkedHashMap<>(base.entries());
        if (has(overlay, "port")) {
            kept.remove("ports");
        }
        if (has(overlay, "ports")) {
            kept.remove("port");
        }
        return onto(new Node.Mapping(kept, base.location()), overlay);
    }

    private static Node.Mapping child(
            Node.Mapping base,
            Node.Mapping overlay,
            Node.Mapping merged,
            String key,
            BinaryOperator<Node.Mapping> merge) {
        Node.Entry entry = merged.entries().get(key);
        if (entry == null || !has(base, key) || !hasValue(overlay, key)) {
            return merged;
        }
        Map<String, Node.Entry> entries = new LinkedHashMap<>(merged.entries());
        entries.put(key, new Node.Entry(entry.key(), merge.apply(at(base, key), at(overlay, key))));
        return new Node.Mapping(entries, merged.location());
    }

    private static Node.Mapping merge(
            Node.Mapping base, Node.Mapping overlay, boolean keepLocation, BinaryOperator<Node.Mapping> maps) {
        Map<String, Node.Entry> merged = new LinkedHashMap<>(base.entries());
        overlay.entries().forEach((key, entry) -> {
            if (entry.value() instanceof Node.Empty) {
                merged.remove(key);
            } else {
                merged.put(key, over(merged.get(key), entry, keepLocation, maps));
            }
        });
        return new Node.Mapping(merged, keepLocation ? base.location() : overlay.location());
    }

    private static Node.Entry over(
            Node.@Nullable Entry below, Node.Entry above, boolean keepLocation, BinaryOperator<Node.Mapping> maps) {
        if (!(above.value() instanceof Node.Mapping map)) {
            return above;
        }
        if (below != null && below.value() instanceof Node.Mapping base) {
            return new Node.Entry(keepLocation ? below.key() : above.key(), maps.apply(base, map));
        }
        return new Node.Entry(above.key(), maps.apply(Node.Mapping.empty(map.location()), map));
    }
}
