package io.github.ecsdiscovery.generator.config.check;

import io.github.ecsdiscovery.generator.config.layer.Merge;
import io.github.ecsdiscovery.generator.config.schema.KeySchema;
import io.github.ecsdiscovery.generator.config.schema.KeySchema.KeyShape;
import io.github.ecsdiscovery.generator.config.schema.KeySchemas;
import io.github.ecsdiscovery.generator.config.yaml.Node;
import io.github.ecsdiscovery.generator.config.yaml.ProblemCollector;
import io.github.ecsdiscovery.generator.diagnostic.Finding;
import io.github.ecsdiscovery.generator.diagnostic.Path;
import io.github.ecsdiscovery.generator.diagnostic.Problem;
import io.github.ecsdiscovery.generator.diagnostic.SourceLocation;
import io.github.ecsdiscovery.generator.diagnostic.Suggestion;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What shows only where a config's layers are looked at side by side. */
public final class LayerCheck {
    private final ProblemCollector mistakes;

    public LayerCheck(ProblemCollector mistakes) {
        this.mistakes = mistakes;
    }

    /** Tells where a level has {@code port} and {@code ports}: in the layer itself, and in its environments. */
    public void onePortKey(Node.Mapping layer) {
        onePortKey(layer.entries().get("defaults"), "defaults");
        Merge.at(layer, "services").entries().forEach((service, entry) -> onePortKey(entry, service));
        Merge.at(layer, "peers").entries().forEach((peer, entry) -> onePortKey(entry, peer));
        Merge.at(layer, "environments").entries().values().forEach(entry -> {
            if (entry.value() instanceof Node.Mapping overlay) {
                onePortKey(overlay);
            }
        });
    }

    private void onePortKey(Node.@Nullable Entry entry, String owner) {
        if (entry == null || !(entry.value() instanceof Node.Mapping map)) {
            return;
        }
        Node.Entry ports = map.entries().get("ports");
        if (ports != null && Merge.says(map, "port") && Merge.says(map, "ports")) {
            mistakes.accept(new Problem(
                    StructureProblems.PORT_AND_PORTS,
                    ports.key(),
                    "`" + owner + "` has `port` and `ports`",
                    "put all of them under `ports`, the one that is registered first"));
        }
    }

    /** Whether the environment is there, and was told as wrong. */
    public boolean isBrokenEnvironment(String environment) {
        return mistakes.isBroken(Path.of("environments")) || mistakes.isBroken(Path.of("environments", environment));
    }

    /** Findings about services that only the environment has. */
    public List<Finding> addedServices(Node.Mapping base, Node.Mapping overlay, String environment) {
        List<Finding> findings = new ArrayList<>();
        Node.Mapping services = Merge.at(base, "services");
        Merge.at(overlay, "services").entries().forEach((service, entry) -> {
            Path path = Path.of("services", service);
            boolean known = services.entries().containsKey(service) || mistakes.isBroken(path);
            if (!known && !(entry.value() instanceof Node.Empty)) {
                String message = "`" + service + "` is only in the environment `" + environment + "`";
                String hint = Suggestion.hint(service, services.entries().keySet())
                        .orElse("write `" + service + ": {count: 0}` in the config itself if it is meant");
                findings.add(Finding.of(StructureProblems.ENVIRONMENT_ADDS_SERVICE, path, message)
                        .atKey()
                        .hint(hint));
            }
        });
        return findings;
    }

    /** Whether the config has all services that a {@code --set} names; those that it has not are told. */
    public boolean knowsServices(Node.Mapping config, Node.Mapping setting) {
        Node.Mapping services = Merge.at(config, "services");
        boolean known = true;
        for (Map.Entry<String, Node.Entry> named :
                Merge.at(setting, "services").entries().entrySet()) {
            String service = named.getKey();
            if (!services.entries().containsKey(service) && !mistakes.isBroken(Path.of("services", service))) {
                known = false;
                mistakes.accept(new Problem(
                        StructureProblems.UNKNOWN_SERVICE,
                        named.getValue().key(),
                        "the config has no service `" + service + "`",
                        Suggestion.hint(service, services.entries().keySet()).orElse("`--set` makes no new service")));
            }
        }
        return known;
    }

    /**
     * Tells which needed keys a complete tree does not have, and puts something in their place so that the rest can be checked.
     *
     * @param merged the tree in which a key with nothing behind it still stands
     */
    public Node.Mapping filled(Node.Mapping complete, Node.Mapping merged, SourceLocation start) {
        Map<String, Node.Entry> filled = new LinkedHashMap<>(complete.entries());
        for (KeyShape key : KeySchemas.config().keys()) {
            if (key.key().required() && !filled.containsKey(key.name())) {
                missing(key, merged.entries().get(key.name()), start);
                filled.put(key.name(), new Node.Entry(start, anything(key.shape(), start)));
            }
        }
        return new Node.Mapping(filled, complete.place());
    }

    private void missing(KeyShape key, Node.@Nullable Entry empty, SourceLocation start) {
        Path path = Path.of(key.name());
        if (!mistakes.isBroken(path)) {
            String name = "`" + key.name() + "`";
            mistakes.tell(
                    StructureProblems.MISSING_KEY,
                    empty == null ? start : empty.key(),
                    path,
                    empty == null ? "the config has no " + name : name + " is empty",
                    (empty == null ? "add `" + key.name() + ":`, " : "it is ")
                            + MessageText.lower(key.key().value()));
        }
    }

    private static Node anything(KeySchema shape, SourceLocation place) {
        return shape instanceof KeySchema.MapOf ? Node.Mapping.empty(place) : new Node.Scalar("config", true, place);
    }
}
