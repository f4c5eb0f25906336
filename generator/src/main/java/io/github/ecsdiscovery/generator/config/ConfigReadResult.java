package io.github.ecsdiscovery.generator.config;

import io.github.ecsdiscovery.generator.config.layer.Presets;
import io.github.ecsdiscovery.generator.config.yaml.Node;
import io.github.ecsdiscovery.generator.config.yaml.ProblemCollector;
import io.github.ecsdiscovery.generator.config.yaml.SourceText;
import io.github.ecsdiscovery.generator.diagnostic.Finding;
import io.github.ecsdiscovery.generator.diagnostic.Path;
import io.github.ecsdiscovery.generator.diagnostic.Problem;
import io.github.ecsdiscovery.generator.diagnostic.SourceLocation;
import io.github.ecsdiscovery.generator.model.Config;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The result of reading a config: the model as far as it could be read, the problems, and the locations of both. */
public final class ConfigReadResult {
    private final String name;
    private final @Nullable SourceText source;
    private final @Nullable MergedConfig merged;
    private final List<Problem> problems;
    private final Set<Path> invalid;
    private final Set<Path> aboveInvalid;

    /**
     * Creates a result.
     *
     * @param name the name of the file
     * @param source the text, or null if the file is not text
     * @param merged the merged layers, or null if the YAML cannot be read
     */
    ConfigReadResult(
            String name, @Nullable SourceText source, @Nullable MergedConfig merged, ProblemCollector problems) {
        this.name = name;
        this.source = source;
        this.merged = merged;
        this.problems = problems.problems();
        this.invalid = problems.invalid();
        this.aboveInvalid = withParents(invalid);
    }

    /**
     * The layers of a config, merged.
     *
     * @param tree the complete tree
     * @param defaults the tree of {@code defaults}
     * @param config the model of the tree
     * @param environments the names of the environments
     * @param findings what merging found
     */
    record MergedConfig(
            Node.Mapping tree,
            Node.Mapping defaults,
            Config config,
            List<String> environments,
            List<Finding> findings) {
        MergedConfig {
            environments = List.copyOf(environments);
            findings = List.copyOf(findings);
        }
    }

    /** Returns the text of the config; empty if the file is not text. */
    public Optional<SourceText> source() {
        return Optional.ofNullable(source);
    }

    /** Returns the merged config without its invalid parts; empty if the YAML cannot be read. */
    public Optional<Config> config() {
        return Optional.ofNullable(merged).map(MergedConfig::config);
    }

    /** Returns the names of the environments, in the order of the config. */
    public List<String> environments() {
        return merged == null ? List.of() : merged.environments();
    }

    /** Returns the problems of the text and its structure. */
    public List<Problem> problems() {
        return problems;
    }

    /** Returns the findings of merging; the findings of rules are added to these. */
    public List<Finding> findings() {
        return merged == null ? List.of() : merged.findings();
    }

    /** Returns whether the user set the value in the config, in the selected environment or with {@code --set}. */
    public boolean isWritten(Path path) {
        Node.Entry entry = entry(path);
        return entry != null && isFromUser(entry.value().location());
    }

    /** Returns whether the user set the value at this path, not only in {@code defaults}. */
    public boolean isWrittenDirectly(Path path) {
        Node.Entry entry = entry(path);
        if (entry == null || !isFromUser(entry.value().location())) {
            return false;
        }
        boolean isServiceKey = path.steps().size() > 2 && path.steps().get(0).equals("services");
        Node.Entry inherited = isServiceKey && merged != null ? entry(merged.defaults(), path.from(2)) : null;
        return inherited == null || !inherited.key().equals(entry.key());
    }

    /** Returns the location to mark for a finding: its path or the nearest ancestor that the user wrote. */
    public SourceLocation location(Finding finding) {
        for (Path path = finding.path(); !path.steps().isEmpty(); path = path.parent()) {
            Node.Entry entry = entry(path);
            if (entry != null && isFromUser(entry.key())) {
                boolean isValue = finding.mark() == Finding.Mark.VALUE && path.equals(finding.path());
                boolean isValueMarked = isValue && !(entry.value() instanceof Node.Mapping);
                return isValueMarked ? entry.value().location() : entry.key();
            }
        }
        return SourceLocation.start(name);
    }

    /** Returns whether the finding depends on a value for which a problem was already reported. */
    public boolean dependsOnInvalid(Finding finding) {
        return isInvalid(finding.path(), false) || finding.also().stream().anyMatch(this::isInvalid);
    }

    /** Returns whether a problem at the path, above it or below it was already reported. */
    public boolean isInvalid(Path path) {
        return isInvalid(path, true);
    }

    private boolean isInvalid(Path path, boolean below) {
        return isInvalidAt(path, below) || isInvalidAt(path.inDefaults(), below);
    }

    private boolean isInvalidAt(Path path, boolean below) {
        if (below && aboveInvalid.contains(path)) {
            return true;
        }
        Path above = path;
        while (!invalid.contains(above) && !above.steps().isEmpty()) {
            above = above.parent();
        }
        return invalid.contains(above);
    }

    private static Set<Path> withParents(Set<Path> invalid) {
        Set<Path> above = new HashSet<>();
        for (Path path : invalid) {
            Path ancestor = path;
            while (above.add(ancestor) && !ancestor.steps().isEmpty()) {
                ancestor = ancestor.parent();
            }
        }
        return above;
    }

    private static boolean isFromUser(SourceLocation location) {
        return !location.source().equals(Presets.SOURCE);
    }

    private Node.@Nullable Entry entry(Path path) {
        return merged == null ? null : entry(merged.tree(), path);
    }

    private static Node.@Nullable Entry entry(@Nullable Node top, Path path) {
        Node node = top;
        Node.Entry entry = null;
        for (String step : path.steps()) {
            if (node instanceof Node.Mapping map) {
                entry = map.entries().get(step);
            } else if (node instanceof Node.Sequence list && step.matches("[0-9]{1,6}")) {
                int index = Integer.parseInt(step);
                Node item = index < list.items().size() ? list.items().get(index) : null;
                entry = item == null ? null : new Node.Entry(item.location(), item);
            } else {
                entry = null;
            }
            if (entry == null) {
                return null;
            }
            node = entry.value();
        }
        return entry;
    }
}
