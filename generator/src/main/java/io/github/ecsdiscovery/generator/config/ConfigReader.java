package io.github.ecsdiscovery.generator.config;

import io.github.ecsdiscovery.generator.config.check.LayerCheck;
import io.github.ecsdiscovery.generator.config.check.StructureCheck;
import io.github.ecsdiscovery.generator.config.check.StructureProblems;
import io.github.ecsdiscovery.generator.config.layer.Layering;
import io.github.ecsdiscovery.generator.config.layer.Merge;
import io.github.ecsdiscovery.generator.config.layer.Setting;
import io.github.ecsdiscovery.generator.config.layer.UnknownEnvironment;
import io.github.ecsdiscovery.generator.config.schema.KeySchema;
import io.github.ecsdiscovery.generator.config.schema.KeySchemas;
import io.github.ecsdiscovery.generator.config.yaml.Node;
import io.github.ecsdiscovery.generator.config.yaml.ProblemCollector;
import io.github.ecsdiscovery.generator.config.yaml.SourceText;
import io.github.ecsdiscovery.generator.config.yaml.YamlTreeReader;
import io.github.ecsdiscovery.generator.diagnostic.Finding;
import io.github.ecsdiscovery.generator.diagnostic.Path;
import io.github.ecsdiscovery.generator.diagnostic.Problem;
import io.github.ecsdiscovery.generator.diagnostic.SourceLocation;
import io.github.ecsdiscovery.generator.model.Config;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads a config: bytes to a tree, the chosen environment and each {@code --set} merged into it, each service laid over
 * {@code defaults} and these over the preset, and all bound to the model.
 */
public final class ConfigReader {
    private final String name;
    private final ProblemCollector mistakes;
    private final LayerCheck layers;
    private final List<Finding> findings = new ArrayList<>();
    private @Nullable SourceText source;

    private ConfigReader(String name) {
        this.name = name;
        this.mistakes = new ProblemCollector(name);
        this.layers = new LayerCheck(mistakes);
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
    public static ConfigReadResult read(
            String name, byte[] bytes, @Nullable String environment, List<String> settings) {
        ConfigReader reader = new ConfigReader(name);
        try {
            return reader.reading(bytes, environment, settings);
        } catch (ProblemCollector.End e) {
            return reader.unread();
        }
    }

    private ConfigReadResult reading(byte[] bytes, @Nullable String environment, List<String> settings) {
        source = SourceText.decode(name, bytes, mistakes);
        Node.Mapping base = source == null ? null : base(source);
        return base == null ? unread() : merged(base, environment, settings);
    }

    private ConfigReadResult unread() {
        return new ConfigReadResult(
                name, source, null, null, null, List.of(), mistakes.problems(), List.of(), mistakes.broken());
    }

    private Node.@Nullable Mapping base(SourceText text) {
        Node tree = YamlTreeReader.read(text, mistakes);
        if (tree instanceof Node.Mapping map) {
            return checked(KeySchemas.document(), Layering.withServices(map));
        }
        if (!mistakes.problems().isEmpty()) {
            return null;
        }
        mistakes.accept(
                tree == null || tree instanceof Node.Empty
                        ? new Problem(
                                StructureProblems.EMPTY_CONFIG,
                                SourceLocation.start(name),
                                "the config says nothing",
                                "`ecs-discovery init` prints one to start from")
                        : new Problem(
                                StructureProblems.WRONG_TYPE,
                                tree.place(),
                                "the config is " + tree.kind() + "; expected a map",
                                "begin with `name: shop` and `services:`"));
        return null;
    }

    private Node.Mapping checked(KeySchema.RecordOf shape, Node.Mapping tree) {
        Node.Mapping right = StructureCheck.ofLayer(mistakes).check(shape, tree);
        Node.Mapping map = right == null ? Node.Mapping.empty(tree.place()) : right;
        layers.onePortKey(map);
        return map;
    }

    private ConfigReadResult merged(Node.Mapping base, @Nullable String environment, List<String> settings) {
        Node.Mapping environments = Merge.at(base, "environments");
        List<String> names = List.copyOf(environments.entries().keySet());
        Node.Mapping merged = base;
        if (environment != null) {
            if (!names.contains(environment) && !layers.isBrokenEnvironment(environment)) {
                throw new UnknownEnvironment(environment, names);
            }
            Node.Mapping overlay = Merge.at(environments, environment);
            mistakes.merged(Path.of("environments", environment));
            findings.addAll(layers.addedServices(base, overlay, environment));
            merged = Merge.document(base, overlay);
        }
        for (int i = 0; i < settings.size(); i++) {
            Node.Mapping written = new Setting(i + 1, settings.get(i)).overlay(mistakes);
            Node.Mapping overlay = written == null ? null : checked(KeySchemas.environment(), written);
            if (overlay != null && layers.knowsServices(merged, overlay)) {
                merged = Merge.document(merged, overlay);
            }
        }
        return bound(merged, names);
    }

    private ConfigReadResult bound(Node.Mapping merged, List<String> environments) {
        Node.Mapping filled = layers.filled(Layering.complete(merged), merged, SourceLocation.start(name));
        Node.Mapping tree = StructureCheck.ofWhole(mistakes).check(KeySchemas.config(), filled);
        if (tree == null) {
            throw new IllegalStateException("a needed key is not filled in");
        }
        Config config = (Config) Binder.bind(KeySchemas.config(), tree);
        return new ConfigReadResult(
                name,
                source,
                tree,
                Merge.at(merged, "defaults"),
                config,
                environments,
                mistakes.problems(),
                findings,
                mistakes.broken());
    }
}
