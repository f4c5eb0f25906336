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

/** What was found wrong while a config was read, each thing once, and the paths that cannot be relied on for it. */
public final class ProblemCollector implements Consumer<Problem> {
    /** Nobody reads more, and a hostile file must not fill the memory. */
    public static final int MOST = 1_000;

    /** In a path, what stands for the position of an item that was taken out of its list. */
    private static final String TAKEN_OUT = "*";

    private final String config;
    private final Set<Problem> problems = new LinkedHashSet<>();
    private final Set<Path> broken = new LinkedHashSet<>();

    /** @param config the name of the file */
    public ProblemCollector(String config) {
        this.config = config;
    }

    /** @throws End where there are more problems than are told */
    @Override
    public void accept(Problem problem) {
        problems.add(problem);
        if (problems.size() == MOST) {
            problems.add(new Problem(
                    YamlProblems.TOO_MANY_PROBLEMS,
                    SourceLocation.start(config),
                    MOST + " things are wrong; what comes after them was not looked at",
                    null));
            throw new End();
        }
    }

    /** Tells a problem at a path, which cannot be relied on from then on. */
    public void tell(ProblemKind id, SourceLocation place, Path path, String message, @Nullable String hint) {
        breaks(path);
        accept(new Problem(id, place, message, hint));
    }

    /** Says that nothing can be relied on at a path and below it; why was told. */
    public void breaks(Path path) {
        broken.add(path);
    }

    /** Whether the path is broken, or what {@code defaults} say for it. */
    public boolean isBroken(Path path) {
        return broken.contains(path) || broken.contains(path.inDefaults());
    }

    /** How many paths are broken. */
    public int size() {
        return broken.size();
    }

    /** An item of a list has another position since items before it were taken out, or null where it was taken out itself. */
    public void moved(Path list, int from, @Nullable Integer to) {
        Path old = list.with(from);
        Path now = to == null ? list.with(TAKEN_OUT) : list.with(to);
        below(old).forEach(path -> {
            broken.remove(path);
            broken.add(now.with(path.from(old.steps().size()).steps().toArray(String[]::new)));
        });
    }

    /** What is broken in an overlay is broken in the config that the overlay is merged into. */
    public void merged(Path overlay) {
        below(overlay).forEach(path -> broken.add(path.from(overlay.steps().size())));
    }

    private List<Path> below(Path top) {
        return broken.stream().filter(path -> path.startsWith(top)).toList();
    }

    public List<Problem> problems() {
        return List.copyOf(problems);
    }

    public Set<Path> broken() {
        return Set.copyOf(broken);
    }

    /** Ends the reading of a config; why was told. */
    public static final class End extends RuntimeException {
        private static final long serialVersionUID = 1L;

        End() {
            super(null, null, false, false);
        }
    }
}
