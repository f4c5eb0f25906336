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
 * Reads a config: parses the bytes, merges the selected environment and each {@code --set} into the tree, merges each service
 * over {@code defaults} and these over the preset, and binds the result to the model.
 */
public final class ConfigReader {
    private final String name;
    private final ProblemCollector problems;
    private final LayerCheck layers;
    private final List<Finding> findings = new ArrayList<>();
    private @Nullable SourceText source;

    private ConfigReader(String name) {
        this.name = name;
        this.problems = new ProblemCollector(name);
        this.layers = new LayerCheck(problems);
    }

    /** Returns whether the argument of a {@code --set} has a path and an equals sign. */
    public static boolean isSetting(String argument) {
        return Setting.isWellFormed(argument);
    }

    /**
     * Reads a config.
     *
     * @param name the file's name, for messages
     * @param environment the environment to merge, or null for none
     * @param settings the arguments of {@code --set}, in order; {@link #isSetting} must be true for each
     * @throws UnknownEnvironment if the config does not have the environment
     */
    public static ConfigReadResult read(
            String name, byte[] bytes, @Nullable String environment, List<String> settings) {
        ConfigReader reader = new ConfigReader(name);
        try {
            return reader.read(bytes, environment, settings);
        } catch (ProblemCollector.ReadingAborted e) {
            return reader.unread();
        }
    }

    private ConfigReadResult read(byte[] bytes, @Nullable String environment, List<String> settings) {
        source = SourceText.decode(name, bytes, problems);
        Node.Mapping base = source == null ? null : base(source);
        return base == null ? unread() : merged(base, environment, settings);
    }

    private ConfigReadResult unread() {
        return new ConfigReadResult(name, source, null, problems);
    }

    private Node.@Nullable Mapping base(SourceText text) {
        Node tree = YamlTreeReader.read(text, problems);
        if (tree instanceof Node.Mapping map) {
            return checked(KeySchemas.document(), Layering.withServices(map));
        }
        if (!problems.problems().isEmpty()) {
            return null;
        }
        problems.accept(
                tree == null || tree instanceof Node.Empty
                        ? new Problem(
                                StructureProblems.EMPTY_CONFIG,
                                SourceLocation.start(name),
                                "the config is empty",
                                "run `ecs-discovery init` for a config to start from")
                        : new Problem(
                                StructureProblems.WRONG_TYPE,
                                tree.location(),
                                "the config is " + tree.kind() + "; expected a map",
                                "start with `name: shop` and `services:`"));
        return null;
    }

    private Node.Mapping checked(KeySchema.RecordOf schema, Node.Mapping tree) {
        Node.Mapping valid = StructureCheck.ofLayer(problems).check(schema, tree);
        Node.Mapping map = valid == null ? Node.Mapping.empty(tree.location()) : valid;
        layers.checkPortKeys(map);
        return map;
    }

    private ConfigReadResult merged(Node.Mapping base, @Nullable String environment, List<String> settings) {
        Node.Mapping environments = Merge.at(base, "environments");
        List<String> names = List.copyOf(environments.entries().keySet());
        Node.Mapping merged = base;
        if (environment != null) {
            if (!names.contains(environment) && !layers.isInvalidEnvironment(environment)) {
                throw new UnknownEnvironment(environment, names);
            }
            Node.Mapping overlay = Merge.at(environments, environment);
            problems.mergeOverlay(Path.of("environments", environment));
            findings.addAll(layers.addedServices(base, overlay, environment));
            merged = Merge.document(base, overlay);
        }
        for (int i = 0; i < settings.size(); i++) {
            Node.Mapping written = new Setting(i + 1, settings.get(i)).overlay(problems);
            Node.Mapping overlay = written == null ? null : checked(KeySchemas.environment(), written);
            if (overlay != null && layers.knowsServices(merged, overlay)) {
                merged = Merge.document(merged, overlay);
            }
        }
        return bound(merged, names);
    }

    private ConfigReadResult bound(Node.Mapping merged, List<String> environments) {
        Node.Mapping filled = layers.filled(Layering.complete(merged), merged, SourceLocation.start(name));
        Node.Mapping tree = StructureCheck.ofWhole(problems).check(KeySchemas.config(), filled);
        if (tree == null) {
            throw new IllegalStateException("a required key has no placeholder");
        }
        Config config = (Config) Binder.bind(KeySchemas.config(), tree);
        ConfigReadResult.MergedConfig model =
                new ConfigReadResult.MergedConfig(tree, Merge.at(merged, "defaults"), config, environments, findings);
        return new ConfigReadResult(name, source, model, problems);
    }
}
