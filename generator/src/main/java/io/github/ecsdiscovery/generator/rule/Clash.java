package io.github.ecsdiscovery.generator.rule;

import io.github.ecsdiscovery.generator.diagnostic.Finding;
import io.github.ecsdiscovery.generator.diagnostic.Path;
import io.github.ecsdiscovery.generator.diagnostic.ProblemId;
import java.util.ArrayList;
import java.util.List;

/**
 * A finding about what one stack says of another.
 *
 * @param where the stack whose config says it
 * @param unwritten what is marked where the config does not write the finding's path
 * @param rests what the finding rests on in configs of others: where it was found broken there, the finding is not told
 */
public record Clash(Neighbour where, Finding finding, Path unwritten, List<Rest> rests) {
    public Clash {
        rests = List.copyOf(rests);
    }

    /** A value of another stack's config. */
    public record Rest(Neighbour neighbour, Path path) {}

    static Clash of(Neighbour where, ProblemId id, Path path, String message) {
        return new Clash(where, Finding.of(id, path, message), path, List.of());
    }

    Clash atKey() {
        return new Clash(where, finding.atKey(), unwritten, rests);
    }

    Clash hint(String text) {
        return new Clash(where, finding.hint(text), unwritten, rests);
    }

    /** The same, which rests on other values of the same config too. */
    Clash also(Path... paths) {
        return new Clash(where, finding.also(paths), unwritten, rests);
    }

    Clash orAt(Path path) {
        return new Clash(where, finding, path, rests);
    }

    Clash restingOn(Neighbour other, Path... paths) {
        List<Rest> all = new ArrayList<>(rests);
        for (Path path : paths) {
            all.add(new Rest(other, path));
        }
        return new Clash(where, finding, unwritten, all);
    }
}
