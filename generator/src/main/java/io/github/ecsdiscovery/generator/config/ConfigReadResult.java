package io.github.ecsdiscovery.generator.config;

import io.github.ecsdiscovery.generator.config.layer.Presets;
import io.github.ecsdiscovery.generator.config.yaml.Node;
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

/** What came of reading a config: the model as far as there is one, what was wrong, and the places of both. */
public final class ConfigReadResult {
    private final String name;
    private final @Nullable SourceText source;
    private final Node.@Nullable Mapping tree;
    private final Node.@Nullable Mapping defaults;
    private final @Nullable Config config;
    private final List<String> environments;
    private final List<Problem> problems;
    private final List<Finding> findings;
    private final Set<Path> broken;
    private final Set<Path> aboveBroken;

    ConfigReadResult(
            String name,
            @Nullable SourceText source,
            Node.@Nullable Mapping tree,
            Node.@Nullable Mapping defaults,
            @Nullable Config config,
            List<String> environments,
            List<Problem> problems,
            List<Finding> findings,
            Set<Path> broken) {
        this.name = name;
        this.source = source;
        this.tree = tree;
        this.defaults = defaults;
        this.config = config;
        this.environments = List.copyOf(environments);
        this.problems = List.copyOf(problems);
        this.findings = List.copyOf(findings);
        this.broken = Set.copyOf(broken);
        this.aboveBroken = above(broken);
    }

    /** The text that was read, if it was text. */
    public Optional<SourceText> source() {
        return Optional.ofNullable(source);
    }

    /** The merged config without what was wrong in it; empty where the YAML itself could not be read. */
    public Optional<Config> config() {
        return Optional.ofNullable(config);
    }

    /** The names of the environments, as written. */
    public List<String> environments() {
        return environments;
    }

    /** What was wrong with the text and its structure, and is told as it is. */
    public List<Problem> problems() {
        return problems;
    }

    /** What merging found; a rule's findings join these. */
    public List<Finding> findings() {
        return findings;
    }

    /** Whether the user wrote something there, in the config, the chosen environment or a {@code --set}. */
    public boolean isWritten(Path path) {
        Node.Entry entry = entry(path);
        return entry != null && isUsers(entry.value().place());
    }

    /** Whether the user wrote it there: what a service has from {@code defaults} does not count. */
    public boolean isOwn(Path path) {
        Node.Entry entry = entry(path);
        if (entry == null || !isUsers(entry.value().place())) {
            return false;
        }
        boolean service = path.steps().size() > 2 && path.steps().get(0).equals("services");
        Node.Entry inherited = service ? entry(defaults, path.from(2)) : null;
        return inherited == null || !inherited.key().equals(entry.key());
    }

    /** The place of what a finding marks, or of the nearest thing above it that the user wrote. */
    public SourceLocation place(Finding finding) {
        for (Path path = finding.path(); !path.steps().isEmpty(); path = path.parent()) {
            Node.Entry entry = entry(path);
            if (entry != null && isUsers(entry.key())) {
                boolean value = finding.mark() == Finding.Mark.VALUE && path.equals(finding.path());
                boolean shown = value && !(entry.value() instanceof Node.Mapping);
                return shown ? entry.value().place() : entry.key();
            }
        }
        return SourceLocation.start(name);
    }

    /** Whether the finding rests on something that was already told as wrong. */
    public boolean restsOnBroken(Finding finding) {
        return isBroken(finding.path(), false) || finding.also().stream().anyMatch(this::isBroken);
    }

    /** Whether something there, above it or below it was already told as wrong. */
    public boolean isBroken(Path path) {
        return isBroken(path, true);
    }

    private boolean isBroken(Path path, boolean below) {
        return isBrokenAt(path, below) || isBrokenAt(path.inDefaults(), below);
    }

    private boolean isBrokenAt(Path path, boolean below) {
        if (below && aboveBroken.contains(path)) {
            return true;
        }
        Path above = path;
        while (!broken.contains(above) && !above.steps().isEmpty()) {
            above = above.parent();
        }
        return broken.contains(above);
    }

    private static Set<Path> above(Set<Path> broken) {
        Set<Path> above = new HashSet<>();
        for (Path path : broken) {
            Path one = path;
            while (above.add(one) && !one.steps().isEmpty()) {
                one = one.parent();
            }
        }
        return above;
    }

    private static boolean isUsers(SourceLocation place) {
        return !place.source().equals(Presets.SOURCE);
    }

    private Node.@Nullable Entry entry(Path path) {
        return entry(tree, path);
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
                entry = item == null ? null : new Node.Entry(item.place(), item);
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
