package io.github.ecsdiscovery.generator.config.yaml;

import io.github.ecsdiscovery.generator.diagnostic.Path;
import io.github.ecsdiscovery.generator.diagnostic.Problem;
import io.github.ecsdiscovery.generator.diagnostic.ProblemKind;
import io.github.ecsdiscovery.generator.diagnostic.SourceLocation;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Collects the problems found while a config is read, without duplicates, and the paths that later checks must skip. */
public final class ProblemCollector implements Consumer<Problem> {
    /** The largest number of problems: nobody reads more, and a hostile file must not exhaust the memory. */
    public static final int MAX_PROBLEMS = 1_000;

    /** Replaces the position of an item that was removed from its list, in paths. */
    private static final String REMOVED_ITEM = "*";

    private final String config;
    private final Set<Problem> problems = new LinkedHashSet<>();
    private final Set<Path> invalid = new LinkedHashSet<>();

    /** @param config the name of the file */
    public ProblemCollector(String config) {
        this.config = config;
    }

    /**
     * Adds a problem without a path.
     *
     * @throws ReadingAborted once there are {@link #MAX_PROBLEMS}
     */
    @Override
    public void accept(Problem problem) {
        problems.add(problem);
        if (problems.size() == MAX_PROBLEMS) {
            problems.add(new Problem(
                    YamlProblems.TOO_MANY_PROBLEMS,
                    SourceLocation.start(config),
                    "the config has " + MAX_PROBLEMS + " problems; the rest of it was not checked",
                    null));
            throw new ReadingAborted();
        }
    }

    /** Adds a problem at a path and marks the path as invalid. */
    public void report(ProblemKind id, SourceLocation location, Path path, String message, @Nullable String hint) {
        markInvalid(path);
        accept(new Problem(id, location, message, hint));
    }

    /** Marks a path, and everything below it, as invalid because of a problem that was already reported. */
    public void markInvalid(Path path) {
        invalid.add(path);
    }

    /** Returns whether the path is invalid, or the same path below {@code defaults}. */
    public boolean isInvalid(Path path) {
        return invalid.contains(path) || invalid.contains(path.inDefaults());
    }

    /** Returns the number of invalid paths. */
    public int size() {
        return invalid.size();
    }

    /**
     * Updates the invalid paths below a list item whose position changed because items before it were removed.
     *
     * @param to the new position, or null if the item itself was removed
     */
    public void moveItem(Path list, int from, @Nullable Integer to) {
        Path before = list.with(from);
        Path after = to == null ? list.with(REMOVED_ITEM) : list.with(to);
        below(before).forEach(path -> {
            invalid.remove(path);
            invalid.add(after.with(path.from(before.steps().size()).steps().toArray(String[]::new)));
        });
    }

    /** Marks the invalid paths of an overlay as invalid in the config that it is merged into. */
    public void mergeOverlay(Path overlay) {
        below(overlay).forEach(path -> invalid.add(path.from(overlay.steps().size())));
    }

    private List<Path> below(Path top) {
        return invalid.stream().filter(path -> path.startsWith(top)).toList();
    }

    public List<Problem> problems() {
        return List.copyOf(problems);
    }

    /** Returns the invalid paths. */
    public Set<Path> invalid() {
        return Set.copyOf(invalid);
    }

    /** Stops the reading of a config after the reason was reported. */
    public static final class ReadingAborted extends RuntimeException {
        private static final long serialVersionUID = 1L;

        ReadingAborted() {
            super(null, null, false, false);
        }
    }
}
