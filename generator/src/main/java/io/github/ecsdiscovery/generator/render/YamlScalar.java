package io.github.ecsdiscovery.generator.render;

import io.github.ecsdiscovery.generator.diagnostic.InvisibleCharacters;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Formats a text as a YAML scalar on one line that every parser of YAML 1.1 or 1.2 reads as exactly that text:
 *
 * <ul>
 *   <li>plain if no parser reads it as another type, as for names, type names and paths
 *   <li>in double quotes with escapes if it has unprintable or invisible characters
 *   <li>in single quotes otherwise
 * </ul>
 *
 * <p>A scalar that is a mapping key must be shorter than 1,024 characters. There is no other limit.
 */
final class YamlScalar {
    private static final Pattern PLAIN =
            Pattern.compile("[A-Za-z_/][A-Za-z0-9_./-]*|[A-Za-z][A-Za-z0-9]*(?:::[A-Za-z][A-Za-z0-9]*)+");

    /** Texts that match {@link #PLAIN} and that YAML 1.1 or 1.2 resolves to a boolean or null. */
    private static final Set<String> RESOLVED = Set.of("y", "n", "yes", "no", "on", "off", "true", "false", "null");

    private YamlScalar() {}

    static String of(String text) {
        if (isPlainSafe(text)) {
            return text;
        }
        return text.codePoints().anyMatch(InvisibleCharacters::is) ? doubleQuoted(text) : singleQuoted(text);
    }

    /** Returns whether every parser reads the text without quotes as that text. */
    static boolean isPlainSafe(String text) {
        return PLAIN.matcher(text).matches() && !RESOLVED.contains(text.toLowerCase(Locale.ROOT));
    }

    private static String singleQuoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    private static String doubleQuoted(String text) {
        var quoted = new StringBuilder(text.length() + 16).append('"');
        text.codePoints().forEach(c -> {
            switch (c) {
                case '"', '\\' -> quoted.append('\\').appendCodePoint(c);
                case '\n' -> quoted.append("\\n");
                case '\r' -> quoted.append("\\r");
                case '\t' -> quoted.append("\\t");
                default -> {
                    if (InvisibleCharacters.is(c)) {
                        quoted.append(escape(c));
                    } else {
                        quoted.appendCodePoint(c);
                    }
                }
            }
        });
        return quoted.append('"').toString();
    }

    private static String escape(int c) {
        if (Character.MIN_SURROGATE <= c && c <= Character.MAX_SURROGATE) {
            throw new BrokenRendering(String.format(Locale.ROOT, "a value has an unpaired surrogate, U+%04X", c));
        }
        return String.format(Locale.ROOT, c <= 0xFFFF ? "\\u%04X" : "\\U%08X", c);
    }
}
