package io.github.ecsdiscovery.generator.diagnostic;

/** Writes text as JSON strings that every parser of JSON or YAML reads as exactly that text. */
public final class JsonText {
    private static final char[] HEX = "0123456789abcdef".toCharArray();

    private JsonText() {}

    /** Returns the text in double quotes, with escapes. */
    public static String quoted(String text) {
        StringBuilder json = new StringBuilder(text.length() + 2);
        appendQuoted(json, text);
        return json.toString();
    }

    /** Appends the text in double quotes. Escapes invisible characters. */
    public static void appendQuoted(StringBuilder json, String text) {
        json.append('"');
        text.codePoints().forEach(c -> {
            if (c == '"' || c == '\\') {
                json.append('\\').append((char) c);
            } else if (c == '\n') {
                json.append("\\n");
            } else if (InvisibleCharacters.is(c)) {
                escape(json, c);
            } else {
                json.appendCodePoint(c);
            }
        });
        json.append('"');
    }

    private static void escape(StringBuilder json, int codePoint) {
        for (char unit : Character.toChars(codePoint)) {
            json.append("\\u");
            for (int shift = 12; shift >= 0; shift -= 4) {
                json.append(HEX[unit >> shift & 0xF]);
            }
        }
    }
}
