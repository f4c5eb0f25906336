package io.github.ecsdiscovery.generator.config.layer;

import io.github.ecsdiscovery.generator.config.schema.KeySchema;
import io.github.ecsdiscovery.generator.config.yaml.Node;
import io.github.ecsdiscovery.generator.model.Preset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Merges the layers of a config into one complete tree: the preset, {@code defaults}, then each service's own keys. */
public final class Layering {
    private static final List<String> LAYER_KEYS = List.of("defaults", "environments");

    private Layering() {}

    /** Returns the tree merged over the preset, with every service complete and without the keys of layers. */
    public static Node.Mapping complete(Node.Mapping merged) {
        Node.Mapping configured = withoutEmptyValues(merged);
        Node.Mapping preset = Presets.tree(preset(configured));
        Node.Mapping defaults = Merge.at(configured, "defaults");
        Node.Mapping presetDefaults = Merge.at(preset, "defaults");
        Map<String, Node.Entry> top =
                new LinkedHashMap<>(Merge.merge(preset, configured).entries());
        LAYER_KEYS.forEach(top::remove);
        // `merged` still contains the empty values of services, which remove what `defaults` sets.
        Node.Mapping services = Merge.at(merged, "services");
        top.computeIfPresent(
                "services",
                (key, entry) -> new Node.Entry(
                        entry.key(), each(services, own -> Merge.level(presetDefaults, Merge.level(defaults, own)))));
        if (!Merge.hasValue(configured, "loadBalancer") && !usesLoadBalancer(top)) {
            top.remove("loadBalancer");
        }
        return new Node.Mapping(top, merged.location());
    }

    /** Returns whether any service has {@code http}; otherwise the load balancer of the preset is dropped. */
    private static boolean usesLoadBalancer(Map<String, Node.Entry> top) {
        Node.Entry services = top.get("services");
        return services != null
                && services.value() instanceof Node.Mapping map
                && map.entries().values().stream()
                        .map(entry -> ((Node.Mapping) entry.value()).entries().get("http"))
                        .anyMatch(http -> http != null
                                && !(http.value() instanceof Node.Scalar value
                                        && value.text().equals("false")));
    }

    /** Returns the tree with an empty map for each service that has no value. */
    public static Node.Mapping withServices(Node.Mapping tree) {
        Node.Entry services = tree.entries().get("services");
        if (services == null || !(services.value() instanceof Node.Mapping map)) {
            return tree;
        }
        Map<String, Node.Entry> filled = new LinkedHashMap<>();
        map.entries().forEach((service, entry) -> filled.put(service, filled(entry)));
        Map<String, Node.Entry> top = new LinkedHashMap<>(tree.entries());
        top.put("services", new Node.Entry(services.key(), new Node.Mapping(filled, map.location())));
        return new Node.Mapping(top, tree.location());
    }

    private static Node.Entry filled(Node.Entry entry) {
        return entry.value() instanceof Node.Empty
                ? new Node.Entry(entry.key(), Node.Mapping.empty(entry.key()))
                : entry;
    }

    private static Node.Mapping each(Node.Mapping services, UnaryOperator<Node.Mapping> change) {
        Map<String, Node.Entry> changed = new LinkedHashMap<>();
        services.entries().forEach((service, entry) -> {
            if (entry.value() instanceof Node.Mapping own) {
                changed.put(service, new Node.Entry(entry.key(), change.apply(own)));
            }
        });
        return new Node.Mapping(changed, services.location());
    }

    private static Node.Mapping withoutEmptyValues(Node.Mapping tree) {
        return Merge.merge(Node.Mapping.empty(tree.location()), tree);
    }

    private static Preset preset(Node.Mapping configured) {
        Node.Entry entry = configured.entries().get("preset");
        return entry != null && entry.value() instanceof Node.Scalar value
                ? (Preset) new KeySchema.EnumValue(Preset.class).constant(value.text())
                : Preset.DEVELOPMENT;
    }
}
