package io.github.ecsdiscovery.generator.diagnostic;

/** Detects characters that are invisible, or that change how the rest of a text looks. */
public final class InvisibleCharacters {
    /** The character that is shown instead. */
    static final int REPLACEMENT = 0xFFFD;

    private InvisibleCharacters() {}

    /**
     * Returns whether a code point is a control character, a line separator, a change of direction, a character without
     * width, or an unpaired surrogate. Uses ranges, because Unicode categories differ between Java versions.
     */
    public static boolean is(int c) {
        return c < 0x20
                || 0x7F <= c && c <= 0x9F
                || c == 0xAD
                || c == 0x61C
                || 0x200B <= c && c <= 0x200F
                || 0x2028 <= c && c <= 0x202E
                || 0x2060 <= c && c <= 0x206F
                || Character.MIN_SURROGATE <= c && c <= Character.MAX_SURROGATE
                || c == 0xFEFF
                || 0xFFF9 <= c && c <= 0xFFFB
                || 0xFFFE <= c && c <= 0xFFFF
                || 0xE0000 <= c && c <= 0xE007F;
    }

    /** Returns the text with a replacement character for each invisible one. The result has one line. */
    public static String replaced(String text) {
        StringBuilder visible = new StringBuilder(text.length());
        text.codePoints().forEach(c -> visible.appendCodePoint(is(c) ? REPLACEMENT : c));
        return visible.toString();
    }
}
