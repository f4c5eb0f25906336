package io.github.ecsdiscovery.generator.rule.crossstack;

import io.github.ecsdiscovery.generator.diagnostic.Finding;
import io.github.ecsdiscovery.generator.diagnostic.Path;
import io.github.ecsdiscovery.generator.diagnostic.ProblemKind;
import java.util.ArrayList;
import java.util.List;

/**
 * A finding about one stack that depends on the configs of others.
 *
 * @param stack the stack whose config has the problem
 * @param finding the finding in that config
 * @param fallbackPath the path to report if the config does not set the finding's own path
 * @param dependencies the values of other configs that the finding depends on; it is dropped if one of them is broken itself
 */
public record CrossStackFinding(
        StackUnderCheck stack, Finding finding, Path fallbackPath, List<Dependency> dependencies) {
    public CrossStackFinding {
        dependencies = List.copyOf(dependencies);
    }

    /**
     * A value of another stack's config.
     *
     * @param stack the other stack
     * @param path the key of the value
     */
    public record Dependency(StackUnderCheck stack, Path path) {}

    static CrossStackFinding of(StackUnderCheck stack, ProblemKind kind, Path path, String message) {
        return new CrossStackFinding(stack, Finding.of(kind, path, message), path, List.of());
    }

    /** Returns the finding, reported at the key instead of the value. */
    CrossStackFinding atKey() {
        return new CrossStackFinding(stack, finding.atKey(), fallbackPath, dependencies);
    }

    CrossStackFinding hint(String text) {
        return new CrossStackFinding(stack, finding.hint(text), fallbackPath, dependencies);
    }

    /** Returns the finding, depending on more values of the same config. */
    CrossStackFinding also(Path... paths) {
        return new CrossStackFinding(stack, finding.also(paths), fallbackPath, dependencies);
    }

    /** Returns the finding, reported at this path if the config does not set its own. */
    CrossStackFinding orAt(Path path) {
        return new CrossStackFinding(stack, finding, path, dependencies);
    }

    /** Returns the finding, depending on values of another config. */
    CrossStackFinding dependingOn(StackUnderCheck other, Path... paths) {
        List<Dependency> all = new ArrayList<>(dependencies);
        for (Path path : paths) {
            all.add(new Dependency(other, path));
        }
        return new CrossStackFinding(stack, finding, fallbackPath, all);
    }
}
