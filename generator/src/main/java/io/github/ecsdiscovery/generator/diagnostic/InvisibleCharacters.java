package io.github.ecsdiscovery.generator.diagnostic;

/** The characters that a reader of a text would not see, or that would change how the rest of it looks. */
public final class InvisibleCharacters {
    /** What stands for them where a text is shown. */
    static final int REPLACEMENT = 0xFFFD;

    private InvisibleCharacters() {}

    /**
     * Whether the code point is a control character, ends a line for some reader, turns the direction of writing, has no width
     * or is half of a pair. Ranges instead of Unicode's categories, which differ between Java versions.
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

    /** The text on one line, with a replacement character for each that is not seen. */
    public static String replaced(String text) {
        StringBuilder seen = new StringBuilder(text.length());
        text.codePoints().forEach(c -> seen.appendCodePoint(is(c) ? REPLACEMENT : c));
        return seen.toString();
    }
}
