package io.github.ecsdiscovery.generator.config;

import io.github.ecsdiscovery.generator.diagnostic.Finding;
import io.github.ecsdiscovery.generator.diagnostic.Path;
import io.github.ecsdiscovery.generator.diagnostic.Place;
import io.github.ecsdiscovery.generator.diagnostic.Problem;
import io.github.ecsdiscovery.generator.diagnostic.ProblemId;
import io.github.ecsdiscovery.generator.diagnostic.Suggestion;
import io.github.ecsdiscovery.generator.model.Config;
import io.github.ecsdiscovery.generator.model.Preset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads a config: bytes to a tree, the chosen environment and each {@code --set} merged into it, each service laid over
 * {@code defaults} and these over the preset, and all bound to the model.
 */
public final class ConfigReader {
    private static final List<String> LAYERS = List.of("preset", "defaults", "environments");

    private final String name;
    private final List<Problem> problems = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();
    private final Set<Path> broken = new HashSet<>();

    private ConfigReader(String name) {
        this.name = name;
    }

    /** Whether the argument of a {@code --set} has a path and an equals sign. */
    public static boolean isSetting(String argument) {
        return Setting.isWellFormed(argument);
    }

    /**
     * Reads a config.
     *
     * @param name the file's name, for messages
     * @param environment the environment to merge, or null
     * @param settings the arguments of {@code --set}, in order, each of which {@link #isSetting}
     * @throws UnknownEnvironment where the config has no such environment
     */
    public static Reading read(String name, byte[] bytes, @Nullable String environment, List<String> settings) {
        ConfigReader reader = new ConfigReader(name);
        SourceText source = SourceText.decode(name, bytes, reader.problems::add);
        Node.Mapping base = source == null ? null : reader.base(source);
        return base == null
                ? new Reading(name, source, null, null, null, List.of(), reader.problems, List.of(), reader.broken)
                : reader.merged(source, base, environment, settings);
    }

    private Node.@Nullable Mapping base(SourceText source) {
        int before = problems.size();
        Node tree = TreeReader.read(source, problems::add);
        if (tree == null || tree instanceof Node.Empty) {
            if (problems.size() == before) {
                problems.add(new Problem(
                        ProblemId.EMPTY_CONFIG,
                        Place.start(name),
                        "the config says nothing",
                        "`ecs-discovery init -o " + name + "` writes one to start from"));
            }
            return null;
        }
        if (!(tree instanceof Node.Mapping map)) {
            problems.add(new Problem(
                    ProblemId.WRONG_TYPE,
                    tree.place(),
                    "the config is " + tree.kind() + "; expected a map",
                    "begin with `name: shop` and `services:`"));
            return null;
        }
        return checked(Shapes.document(), withServices(map), Path.TOP);
    }

    private Reading merged(
            @Nullable SourceText source, Node.Mapping base, @Nullable String environment, List<String> settings) {
        Node.Mapping environments = Merge.at(base, "environments");
        List<String> names = List.copyOf(environments.entries().keySet());
        Node.Mapping merged = base;
        if (environment != null) {
            if (!names.contains(environment)) {
                throw new UnknownEnvironment(environment, names);
            }
            Node.Mapping overlay = Merge.at(environments, environment);
            addedServices(base, overlay, environment);
            merged = Merge.document(base, overlay);
        }
        for (int i = 0; i < settings.size(); i++) {
            Node.Mapping overlay = new Setting(i + 1, settings.get(i)).overlay(problems::add);
            overlay = overlay == null ? null : checked(Shapes.environment(), overlay, Path.TOP);
            if (overlay != null && namesServices(merged, overlay)) {
                merged = Merge.document(merged, overlay);
            }
        }
        // What is missing is missing in the config, not in what was laid over it.
        Node.Mapping tree = complete(new Node.Mapping(merged.entries(), base.place()));
        Config config = (Config) Binder.bind(Shapes.config(), tree);
        return new Reading(
                name,
                source,
                tree,
                Merge.at(merged, "defaults"),
                config,
                names,
                List.copyOf(new java.util.LinkedHashSet<>(problems)),
                findings,
                broken);
    }

    private Node.Mapping checked(Shape shape, Node.Mapping tree, Path path) {
        StructureCheck check = new StructureCheck(false, problems::add, broken);
        Node good = check.check(shape, tree, path);
        Node.Mapping map = good instanceof Node.Mapping one ? one : Node.Mapping.empty(tree.place());
        onePortKey(map);
        Merge.at(map, "environments").entries().values().forEach(entry -> {
            if (entry.value() instanceof Node.Mapping overlay) {
                onePortKey(overlay);
            }
        });
        return map;
    }

    private void onePortKey(Node.Mapping layer) {
        onePortKey(layer.entries().get("defaults"), "defaults");
        Merge.at(layer, "services").entries().forEach((service, entry) -> onePortKey(entry, service));
    }

    private void onePortKey(Node.@Nullable Entry entry, String owner) {
        if (entry == null || !(entry.value() instanceof Node.Mapping map)) {
            return;
        }
        Node.Entry ports = map.entries().get("ports");
        if (ports != null && Merge.says(map, "port") && Merge.says(map, "ports")) {
            problems.add(new Problem(
                    ProblemId.PORT_AND_PORTS,
                    ports.key(),
                    "`" + owner + "` has `port` and `ports`",
                    "put all of them under `ports`, the one that is registered first"));
        }
    }

    private void addedServices(Node.Mapping base, Node.Mapping overlay, String environment) {
        Node.Mapping services = Merge.at(base, "services");
        Merge.at(overlay, "services").entries().forEach((service, entry) -> {
            if (!services.entries().containsKey(service) && !(entry.value() instanceof Node.Empty)) {
                String hint = Suggestion.hint(service, services.entries().keySet())
                        .orElse("write `" + service + ": {count: 0}` in the config itself if it is meant");
                findings.add(Finding.of(
                                ProblemId.ENVIRONMENT_ADDS_SERVICE,
                                Path.of("services", service),
                                "`" + service + "` is only in the environment `" + environment + "`")
                        .atKey()
                        .hint(hint));
            }
        });
    }

    private boolean namesServices(Node.Mapping merged, Node.Mapping overlay) {
        Node.Mapping services = Merge.at(merged, "services");
        boolean known = true;
        for (Map.Entry<String, Node.Entry> service :
                Merge.at(overlay, "services").entries().entrySet()) {
            String called = service.getKey();
            if (!services.entries().containsKey(called) && !broken.contains(Path.of("services", called))) {
                known = false;
                problems.add(new Problem(
                        ProblemId.UNKNOWN_SERVICE,
                        service.getValue().key(),
                        "the config has no service `" + called + "`",
                        Suggestion.hint(called, services.entries().keySet()).orElse("`--set` makes no new service")));
            }
        }
        return known;
    }

    /** The tree with the preset below it and every service complete, without the keys of the layers. */
    private Node.Mapping complete(Node.Mapping merged) {
        Node.Mapping preset = Presets.tree(preset(merged));
        Node.Mapping defaults = Merge.at(merged, "defaults");
        Node.Mapping floor = Merge.at(preset, "defaults");
        Map<String, Node.Entry> services = new LinkedHashMap<>();
        Merge.at(merged, "services").entries().forEach((service, entry) -> {
            if (entry.value() instanceof Node.Mapping own) {
                services.put(service, new Node.Entry(entry.key(), Merge.level(floor, Merge.level(defaults, own))));
            }
        });
        Map<String, Node.Entry> top =
                new LinkedHashMap<>(Merge.merge(preset, merged).entries());
        LAYERS.forEach(top::remove);
        Node.Entry written = top.get("services");
        if (written != null) {
            top.put(
                    "services",
                    new Node.Entry(
                            written.key(),
                            new Node.Mapping(services, written.value().place())));
        }
        return whole(new Node.Mapping(top, merged.place()));
    }

    private Preset preset(Node.Mapping merged) {
        Node.Entry entry = merged.entries().get("preset");
        return entry != null && entry.value() instanceof Node.Scalar said
                ? (Preset) new Shape.Word(Preset.class).constant(said.text())
                : Preset.DEVELOPMENT;
    }

    /** Tells what is missing, and puts something in its place so that the rest can be checked. */
    private Node.Mapping whole(Node.Mapping tree) {
        StructureCheck check = new StructureCheck(true, problems::add, broken);
        Shape.RecordOf shape = Shapes.config();
        if (check.check(shape, tree, Path.TOP) instanceof Node.Mapping map) {
            return map;
        }
        Map<String, Node.Entry> filled = new LinkedHashMap<>(tree.entries());
        Place place = tree.place();
        filled.putIfAbsent("name", new Node.Entry(place, new Node.Scalar("config", true, place)));
        filled.putIfAbsent("services", new Node.Entry(place, Node.Mapping.empty(place)));
        broken.add(Path.of("name"));
        Node map = new StructureCheck(true, problem -> {}, new HashSet<>())
                .check(shape, new Node.Mapping(filled, place), Path.TOP);
        if (map instanceof Node.Mapping good) {
            return good;
        }
        throw new IllegalStateException("a needed key is not filled in");
    }

    /** Services that were written with nothing behind the colon have all defaults. */
    private static Node.Mapping withServices(Node.Mapping tree) {
        Node.Entry services = tree.entries().get("services");
        if (services == null || !(services.value() instanceof Node.Mapping map)) {
            return tree;
        }
        Map<String, Node.Entry> filled = new LinkedHashMap<>();
        map.entries()
                .forEach((service, entry) -> filled.put(
                        service,
                        entry.value() instanceof Node.Empty
                                ? new Node.Entry(entry.key(), Node.Mapping.empty(entry.key()))
                                : entry));
        Map<String, Node.Entry> top = new LinkedHashMap<>(tree.entries());
        top.put("services", new Node.Entry(services.key(), new Node.Mapping(filled, map.place())));
        return new Node.Mapping(top, tree.place());
    }
}
