package io.github.ecsdiscovery.generator.diagnostic;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A problem that a rule found at a path of the config. The config reader turns the path into a location.
 *
 * @param path the path of the wrong value; if the config does not contain it, the nearest parent is marked
 * @param mark whether to underline the key or its value
 * @param also the paths of other values that the finding depends on; if one of them is invalid, the finding is dropped
 */
public record Finding(
        ProblemKind id,
        Path path,
        Mark mark,
        String message,
        @Nullable String hint,
        List<Path> also) {
    /** The part of an entry to underline. */
    public enum Mark {
        KEY,
        VALUE
    }

    public Finding {
        also = List.copyOf(also);
    }

    /** Returns a finding about the value at a path. */
    public static Finding of(ProblemKind id, Path path, String message) {
        return new Finding(id, path, Mark.VALUE, message, null, List.of());
    }

    /** Returns the same finding with the key underlined. */
    public Finding atKey() {
        return new Finding(id, path, Mark.KEY, message, hint, also);
    }

    /** Returns the same finding about the value at another path. */
    public Finding at(Path other) {
        return new Finding(id, other, mark, message, hint, also);
    }

    /** Returns the same finding with a hint: what to type instead, or null. */
    public Finding hint(@Nullable String text) {
        return new Finding(id, path, mark, message, text, also);
    }

    /** Returns the same finding, which is dropped if the value at one of these paths is invalid. */
    public Finding also(Path... paths) {
        return new Finding(id, path, mark, message, hint, List.of(paths));
    }
}
