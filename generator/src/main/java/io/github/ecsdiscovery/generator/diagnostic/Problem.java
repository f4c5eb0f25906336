package io.github.ecsdiscovery.generator.diagnostic;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * A problem of a config with its location.
 *
 * @param severity the severity of the id, unless the command line changes it
 * @param message a description of the problem without a full stop; the user's own words are in backquotes
 * @param hint a description of what to type instead, or null
 */
public record Problem(
        ProblemKind id,
        Severity severity,
        SourceLocation location,
        String message,
        @Nullable String hint) {
    /** Sorts by location, then by id and message, so that the order does not depend on how problems were found. */
    public static final Comparator<Problem> BY_LOCATION =
            Comparator.comparing(Problem::location).thenComparing(Problem::id).thenComparing(Problem::message);

    /** Creates a problem with the severity of its id. */
    public Problem(ProblemKind id, SourceLocation location, String message, @Nullable String hint) {
        this(id, id.severity(), location, message, hint);
    }

    /** Returns the same problem with another severity. */
    public Problem as(Severity other) {
        return new Problem(id, other, location, message, hint);
    }
}
