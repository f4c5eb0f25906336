package io.github.ecsdiscovery.generator.config.check;

import io.github.ecsdiscovery.generator.config.schema.KeySchema.RecordOf;
import io.github.ecsdiscovery.generator.diagnostic.Path;
import io.github.ecsdiscovery.generator.diagnostic.Suggestion;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The hint for a key that a map does not have.
 *
 * @param suggestion the key of the map that was probably meant
 * @param text what to type
 */
record UnknownKeyHint(Optional<String> suggestion, String text) {
    private static final int NO_BREAK_SPACE = 0xA0;

    /** Returns the hint for a key that was written in the map at a path. */
    static UnknownKeyHint of(RecordOf schema, String name, Path path) {
        OptionalInt space = unusualSpace(name);
        if (space.isPresent()) {
            Optional<String> key = Optional.of(name.replaceAll("\\p{Z}", "")).filter(schema.names()::contains);
            return new UnknownKeyHint(key, space(space.getAsInt()));
        }
        Optional<String> explanation = ForeignKeys.hint(name);
        Optional<String> replacement = ForeignKeys.replacement(name, schema.names());
        Optional<String> nearest =
                explanation.isPresent() ? Optional.empty() : Suggestion.nearest(name, schema.names());
        String text = Stream.of(
                        MessageText.missingSpace(name)
                                .or(() -> replacement.map(MessageText::write))
                                .or(() -> nearest.map(key -> "did you mean `" + key + "`?")),
                        explanation.or(() -> KeyLocations.of(name, path)))
                .flatMap(Optional::stream)
                .collect(Collectors.joining("; "))
                .replace("?; ", "? ");
        return new UnknownKeyHint(replacement.or(() -> nearest), text.isEmpty() ? allKeys(schema) : text);
    }

    /** Returns the first character that looks like a space but is none in YAML, such as a no-break space. */
    private static OptionalInt unusualSpace(String name) {
        return name.codePoints()
                .filter(c -> c != ' ' && Character.isSpaceChar(c))
                .findFirst();
    }

    private static String space(int c) {
        String code = String.format(Locale.ROOT, "U+%04X", c);
        return "the key contains " + (c == NO_BREAK_SPACE ? "a no-break space (" + code + ")" : "the character " + code)
                + "; type a normal space instead";
    }

    private static String allKeys(RecordOf schema) {
        return "the allowed keys are "
                + String.join(", ", schema.names().stream().sorted().toList());
    }
}
