package io.github.ecsdiscovery.generator.config.layer;

import io.github.ecsdiscovery.generator.config.yaml.Node;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import org.jspecify.annotations.Nullable;

/** Lays one tree over another: maps merge, anything else replaces, nothing ({@code null}) removes (RFC 7386). */
public final class Merge {
    private Merge() {}

    /** The base with the overlay on it; what the overlay empties is gone. A map of both stands where the overlay has it. */
    static Node.Mapping merge(Node.Mapping base, Node.Mapping overlay) {
        return merge(base, overlay, false, Merge::merge);
    }

    /**
     * A config with an overlay of the same keys on it; of {@code port} and {@code ports} one takes the other's place. A map of
     * both stands where the config has it: the overlay changes a service, it does not make one.
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

    /** A service's keys at two levels; its ports and its capacity are taken whole from the higher that has them. */
    static Node.Mapping level(Node.Mapping lower, Node.Mapping higher) {
        Map<String, Node.Entry> kept = new LinkedHashMap<>(lower.entries());
        if (has(higher, "port") || has(higher, "ports")) {
            kept.remove("port");
            kept.remove("ports");
        }
        if (says(higher, "capacity")) {
            kept.remove("capacity");
        }
        return merge(new Node.Mapping(kept, lower.place()), higher);
    }

    /** The map at a key, or an empty one. */
    public static Node.Mapping at(Node.Mapping tree, String key) {
        Node.Entry entry = tree.entries().get(key);
        return entry != null && entry.value() instanceof Node.Mapping map ? map : Node.Mapping.empty(tree.place());
    }

    /** Whether something other than nothing stands at the key. */
    public static boolean says(Node.Mapping map, String key) {
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
        return onto(new Node.Mapping(kept, base.place()), overlay);
    }

    private static Node.Mapping child(
            Node.Mapping base,
            Node.Mapping overlay,
            Node.Mapping merged,
            String key,
            BinaryOperator<Node.Mapping> how) {
        Node.Entry entry = merged.entries().get(key);
        if (entry == null || !has(base, key) || !says(overlay, key)) {
            return merged;
        }
        Map<String, Node.Entry> entries = new LinkedHashMap<>(merged.entries());
        entries.put(key, new Node.Entry(entry.key(), how.apply(at(base, key), at(overlay, key))));
        return new Node.Mapping(entries, merged.place());
    }

    private static Node.Mapping merge(
            Node.Mapping base, Node.Mapping overlay, boolean inPlace, BinaryOperator<Node.Mapping> maps) {
        Map<String, Node.Entry> merged = new LinkedHashMap<>(base.entries());
        overlay.entries().forEach((key, entry) -> {
            if (entry.value() instanceof Node.Empty) {
                merged.remove(key);
            } else {
                merged.put(key, over(merged.get(key), entry, inPlace, maps));
            }
        });
        return new Node.Mapping(merged, inPlace ? base.place() : overlay.place());
    }

    private static Node.Entry over(
            Node.@Nullable Entry below, Node.Entry above, boolean inPlace, BinaryOperator<Node.Mapping> maps) {
        if (!(above.value() instanceof Node.Mapping map)) {
            return above;
        }
        if (below != null && below.value() instanceof Node.Mapping base) {
            return new Node.Entry(inPlace ? below.key() : above.key(), maps.apply(base, map));
        }
        return new Node.Entry(above.key(), maps.apply(Node.Mapping.empty(map.place()), map));
    }
}
