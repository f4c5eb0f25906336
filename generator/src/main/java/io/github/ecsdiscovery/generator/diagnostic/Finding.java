package io.github.ecsdiscovery.generator.diagnostic;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A problem that a rule found, at a path of the config; the reader of the config knows that path's place.
 *
 * @param path what is wrong; where the config does not say it, the nearest key above that it does say is marked
 * @param mark whether the key or its value is underlined
 * @param also other values that the finding rests on: where one of them was already found broken, the finding is not told
 */
public record Finding(
        ProblemKind id,
        Path path,
        Mark mark,
        String message,
        @Nullable String hint,
        List<Path> also) {
    /** What is underlined. */
    public enum Mark {
        KEY,
        VALUE
    }

    public Finding {
        also = List.copyOf(also);
    }

    /** A finding about the value at a path. */
    public static Finding of(ProblemKind id, Path path, String message) {
        return new Finding(id, path, Mark.VALUE, message, null, List.of());
    }

    /** The same, with the key underlined. */
    public Finding atKey() {
        return new Finding(id, path, Mark.KEY, message, hint, also);
    }

    /** The same, about the value at another path. */
    public Finding at(Path other) {
        return new Finding(id, other, mark, message, hint, also);
    }

    public Finding hint(@Nullable String text) {
        return new Finding(id, path, mark, message, text, also);
    }

    public Finding also(Path... paths) {
        return new Finding(id, path, mark, message, hint, List.of(paths));
    }
}
