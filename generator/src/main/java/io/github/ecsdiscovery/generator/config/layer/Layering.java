package io.github.ecsdiscovery.generator.config.layer;

import io.github.ecsdiscovery.generator.config.schema.KeySchema;
import io.github.ecsdiscovery.generator.config.yaml.Node;
import io.github.ecsdiscovery.generator.model.Preset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Makes one complete tree of a config's layers: the preset, under {@code defaults}, under each service's own keys. */
public final class Layering {
    private static final List<String> KEYS = List.of("defaults", "environments");

    private Layering() {}

    /** The tree with the preset below it and every service complete, without the keys of the layers. */
    public static Node.Mapping complete(Node.Mapping merged) {
        Node.Mapping said = withoutNothing(merged);
        Node.Mapping preset = Presets.tree(preset(said));
        Node.Mapping defaults = Merge.at(said, "defaults");
        Node.Mapping floor = Merge.at(preset, "defaults");
        Map<String, Node.Entry> top =
                new LinkedHashMap<>(Merge.merge(preset, said).entries());
        KEYS.forEach(top::remove);
        // From the tree in which a service's nothing still stands, for it takes away what `defaults` say.
        Node.Mapping services = Merge.at(merged, "services");
        top.computeIfPresent(
                "services",
                (key, entry) -> new Node.Entry(
                        entry.key(), each(services, own -> Merge.level(floor, Merge.level(defaults, own)))));
        if (!Merge.says(said, "loadBalancer") && !hasFront(top)) {
            top.remove("loadBalancer");
        }
        return new Node.Mapping(top, merged.place());
    }

    /** Whether a service is behind the load balancer; without one, the preset's is nobody's. */
    private static boolean hasFront(Map<String, Node.Entry> top) {
        Node.Entry services = top.get("services");
        return services != null
                && services.value() instanceof Node.Mapping map
                && map.entries().values().stream()
                        .map(entry -> ((Node.Mapping) entry.value()).entries().get("http"))
                        .anyMatch(http -> http != null
                                && !(http.value() instanceof Node.Scalar word
                                        && word.text().equals("false")));
    }

    /** Services that were written with nothing behind the colon have all defaults. */
    public static Node.Mapping withServices(Node.Mapping tree) {
        Node.Entry services = tree.entries().get("services");
        if (services == null || !(services.value() instanceof Node.Mapping map)) {
            return tree;
        }
        Map<String, Node.Entry> filled = new LinkedHashMap<>();
        map.entries().forEach((service, entry) -> filled.put(service, filled(entry)));
        Map<String, Node.Entry> top = new LinkedHashMap<>(tree.entries());
        top.put("services", new Node.Entry(services.key(), new Node.Mapping(filled, map.place())));
        return new Node.Mapping(top, tree.place());
    }

    private static Node.Entry filled(Node.Entry entry) {
        return entry.value() instanceof Node.Empty
                ? new Node.Entry(entry.key(), Node.Mapping.empty(entry.key()))
                : entry;
    }

    private static Node.Mapping each(Node.Mapping services, UnaryOperator<Node.Mapping> how) {
        Map<String, Node.Entry> changed = new LinkedHashMap<>();
        services.entries().forEach((service, entry) -> {
            if (entry.value() instanceof Node.Mapping own) {
                changed.put(service, new Node.Entry(entry.key(), how.apply(own)));
            }
        });
        return new Node.Mapping(changed, services.place());
    }

    private static Node.Mapping withoutNothing(Node.Mapping tree) {
        return Merge.merge(Node.Mapping.empty(tree.place()), tree);
    }

    private static Preset preset(Node.Mapping said) {
        Node.Entry entry = said.entries().get("preset");
        return entry != null && entry.value() instanceof Node.Scalar word
                ? (Preset) new KeySchema.Word(Preset.class).constant(word.text())
                : Preset.DEVELOPMENT;
    }
}
