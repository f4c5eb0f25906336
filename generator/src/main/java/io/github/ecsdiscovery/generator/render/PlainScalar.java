package io.github.ecsdiscovery.generator.render;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** The type that every parser reads from a scalar without quotes. */
enum PlainScalar {
    BOOLEAN,
    NUMBER,
    TEXT,

    /** A scalar that parsers read differently, or a type that no template uses, such as a date or null. */
    AMBIGUOUS;

    private static final Pattern DECIMAL = Pattern.compile("-?(?:0|[1-9][0-9]*)(?:\\.[0-9]+)?");

    /** Numbers in any notation of YAML 1.1 and 1.2, dates, times and similar texts. */
    private static final Pattern LIKE_A_NUMBER = Pattern.compile("[-+.]?[0-9.][0-9A-Fa-fxob_:.+\\-TtZz ]*");

    private static final Set<String> WORDS = Set.of(
            "", "~", "<<", "=", "y", "n", "yes", "no", "on", "off", "true", "false", "null", ".inf", "-.inf", "+.inf",
            ".nan");

    static PlainScalar of(String text) {
        if (text.equals("true") || text.equals("false")) {
            return BOOLEAN;
        }
        if (WORDS.contains(text.toLowerCase(Locale.ROOT))) {
            return AMBIGUOUS;
        }
        // Most scalars start with a letter and need no pattern.
        if (Character.isLetter(text.charAt(0))) {
            return TEXT;
        }
        if (DECIMAL.matcher(text).matches()) {
            return NUMBER;
        }
        return LIKE_A_NUMBER.matcher(text).matches() ? AMBIGUOUS : TEXT;
    }
}
