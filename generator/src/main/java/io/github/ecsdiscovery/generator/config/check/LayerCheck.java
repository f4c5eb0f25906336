package io.github.ecsdiscovery.generator.config.check;

import io.github.ecsdiscovery.generator.config.layer.Merge;
import io.github.ecsdiscovery.generator.config.schema.KeySchema;
import io.github.ecsdiscovery.generator.config.schema.KeySchema.KeyDefinition;
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

/** Checks that need several layers of a config, or a layer as a whole. */
public final class LayerCheck {
    private final ProblemCollector problems;

    public LayerCheck(ProblemCollector problems) {
        this.problems = problems;
    }

    /** Reports each map of the layer and its environments that has both {@code port} and {@code ports}. */
    public void checkPortKeys(Node.Mapping layer) {
        checkPortKeys(layer.entries().get("defaults"), "defaults");
        Merge.at(layer, "services").entries().forEach((service, entry) -> checkPortKeys(entry, service));
        Merge.at(layer, "peers").entries().forEach((peer, entry) -> checkPortKeys(entry, peer));
        Merge.at(layer, "environments").entries().values().forEach(entry -> {
            if (entry.value() instanceof Node.Mapping overlay) {
                checkPortKeys(overlay);
            }
        });
    }

    private void checkPortKeys(Node.@Nullable Entry entry, String owner) {
        if (entry == null || !(entry.value() instanceof Node.Mapping map)) {
            return;
        }
        Node.Entry ports = map.entries().get("ports");
        if (ports != null && Merge.hasValue(map, "port") && Merge.hasValue(map, "ports")) {
            problems.accept(new Problem(
                    StructureProblems.PORT_AND_PORTS,
                    ports.key(),
                    "`" + owner + "` has both `port` and `ports`",
                    "move all ports to `ports`, with the one to register first"));
        }
    }

    /** Returns whether a problem with the environment was already reported. */
    public boolean isInvalidEnvironment(String environment) {
        return problems.isInvalid(Path.of("environments")) || problems.isInvalid(Path.of("environments", environment));
    }

    /** Returns findings about services that exist only in the environment. */
    public List<Finding> addedServices(Node.Mapping base, Node.Mapping overlay, String environment) {
        List<Finding> findings = new ArrayList<>();
        Node.Mapping services = Merge.at(base, "services");
        Merge.at(overlay, "services").entries().forEach((service, entry) -> {
            Path path = Path.of("services", service);
            boolean known = services.entries().containsKey(service) || problems.isInvalid(path);
            if (!known && !(entry.value() instanceof Node.Empty)) {
                String message = "`" + service + "` exists only in the environment `" + environment + "`";
                String hint = Suggestion.hint(service, services.entries().keySet())
                        .orElse("if this is intended, add `" + service
                                + ": {count: 0}` to the `services` of the config");
                findings.add(Finding.of(StructureProblems.ENVIRONMENT_ADDS_SERVICE, path, message)
                        .atKey()
                        .hint(hint));
            }
        });
        return findings;
    }

    /** Returns whether the config has all services that a {@code --set} names, and reports the ones it does not have. */
    public boolean knowsServices(Node.Mapping config, Node.Mapping setting) {
        Node.Mapping services = Merge.at(config, "services");
        boolean allKnown = true;
        for (Map.Entry<String, Node.Entry> named :
                Merge.at(setting, "services").entries().entrySet()) {
            String service = named.getKey();
            if (!services.entries().containsKey(service) && !problems.isInvalid(Path.of("services", service))) {
                allKnown = false;
                problems.accept(new Problem(
                        StructureProblems.UNKNOWN_SERVICE,
                        named.getValue().key(),
                        "the config has no service `" + service + "`",
                        Suggestion.hint(service, services.entries().keySet()).orElse("`--set` cannot add a service")));
            }
        }
        return allKnown;
    }

    /**
     * Reports the required keys that a complete tree does not have, and fills them with placeholders so that the rest can be
     * checked.
     *
     * @param merged the tree that still contains keys with empty values
     */
    public Node.Mapping filled(Node.Mapping complete, Node.Mapping merged, SourceLocation start) {
        Map<String, Node.Entry> filled = new LinkedHashMap<>(complete.entries());
        for (KeyDefinition key : KeySchemas.config().keys()) {
            if (key.annotation().required() && !filled.containsKey(key.name())) {
                reportMissing(key, merged.entries().get(key.name()), start);
                filled.put(key.name(), new Node.Entry(start, placeholder(key.schema(), start)));
            }
        }
        return new Node.Mapping(filled, complete.location());
    }

    private void reportMissing(KeyDefinition key, Node.@Nullable Entry empty, SourceLocation start) {
        Path path = Path.of(key.name());
        if (!problems.isInvalid(path)) {
            String name = "`" + key.name() + "`";
            problems.report(
                    StructureProblems.MISSING_KEY,
                    empty == null ? start : empty.key(),
                    path,
                    empty == null ? "the config has no " + name : name + " is empty",
                    (empty == null ? "add `" : "write `") + key.annotation().example() + "`");
        }
    }

    private static Node placeholder(KeySchema schema, SourceLocation location) {
        return schema instanceof KeySchema.MapOf
                ? Node.Mapping.empty(location)
                : new Node.Scalar("config", true, location);
    }
}
