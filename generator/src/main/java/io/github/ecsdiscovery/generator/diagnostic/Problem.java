package io.github.ecsdiscovery.generator.diagnostic;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong with a config, and where.
 *
 * @param severity the id's own, unless the command line changed it
 * @param message what is wrong, in the user's own words in backquotes; no full stop
 * @param hint what to type instead, or null
 */
public record Problem(
        ProblemKind id,
        Severity severity,
        SourceLocation place,
        String message,
        @Nullable String hint) {
    /** By place, then by id and message, so that the order never depends on how problems were found. */
    public static final Comparator<Problem> BY_PLACE =
            Comparator.comparing(Problem::place).thenComparing(Problem::id).thenComparing(Problem::message);

    /** A problem of its id's own severity. */
    public Problem(ProblemKind id, SourceLocation place, String message, @Nullable String hint) {
        this(id, id.severity(), place, message, hint);
    }

    /** The same, told as something that matters more or less. */
    public Problem as(Severity other) {
        return new Problem(id, other, place, message, hint);
    }
}
