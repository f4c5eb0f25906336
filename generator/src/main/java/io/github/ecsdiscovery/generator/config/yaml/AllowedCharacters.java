package io.github.ecsdiscovery.generator.config.yaml;

import java.util.Locale;

/** The characters that a config may contain. */
public final class AllowedCharacters {
    private AllowedCharacters() {}

    /** Returns whether YAML 1.2 allows the UTF-16 unit in a stream (production 1, c-printable). */
    static boolean inYaml(char c) {
        if (c < ' ') {
            return c == '\t' || c == '\n' || c == '\r';
        }
        return c < 0x7F || c == 0x85 || (c > 0x9F && c != 0xFFFE && c != 0xFFFF && c != 0xFEFF);
    }

    /** Returns whether a value may contain the text: only characters that YAML allows unescaped, and no unpaired surrogate. */
    public static boolean allowed(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else if (Character.isSurrogate(c) || !inYaml(c)) {
                return false;
            }
        }
        return true;
    }

    static String name(char c) {
        return c == 0 ? "NUL" : String.format(Locale.ROOT, "U+%04X", (int) c);
    }
}
