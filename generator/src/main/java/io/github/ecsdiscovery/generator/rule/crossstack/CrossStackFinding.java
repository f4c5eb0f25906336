package io.github.ecsdiscovery.generator.rule.crossstack;

import io.github.ecsdiscovery.generator.diagnostic.Finding;
import io.github.ecsdiscovery.generator.diagnostic.Path;
import io.github.ecsdiscovery.generator.diagnostic.ProblemKind;
import java.util.ArrayList;
import java.util.List;

/**
 * A finding about what one stack says of another.
 *
 * @param where the stack whose config says it
 * @param unwritten what is marked where the config does not write the finding's path
 * @param rests what the finding rests on in configs of others: where it was found broken there, the finding is not told
 */
public record CrossStackFinding(StackUnderCheck where, Finding finding, Path unwritten, List<Rest> rests) {
    public CrossStackFinding {
        rests = List.copyOf(rests);
    }

    /** A value of another stack's config. */
    public record Rest(StackUnderCheck neighbour, Path path) {}

    static CrossStackFinding of(StackUnderCheck where, ProblemKind id, Path path, String message) {
        return new CrossStackFinding(where, Finding.of(id, path, message), path, List.of());
    }

    CrossStackFinding atKey() {
        return new CrossStackFinding(where, finding.atKey(), unwritten, rests);
    }

    CrossStackFinding hint(String text) {
        return new CrossStackFinding(where, finding.hint(text), unwritten, rests);
    }

    /** The same, which rests on other values of the same config too. */
    CrossStackFinding also(Path... paths) {
        return new CrossStackFinding(where, finding.also(paths), unwritten, rests);
    }

    CrossStackFinding orAt(Path path) {
        return new CrossStackFinding(where, finding, path, rests);
    }

    CrossStackFinding restingOn(StackUnderCheck other, Path... paths) {
        List<Rest> all = new ArrayList<>(rests);
        for (Path path : paths) {
            all.add(new Rest(other, path));
        }
        return new CrossStackFinding(where, finding, unwritten, all);
    }
}
