package io.github.ecsdiscovery.generator.diagnostic;

/**
 * A line of a config for a terminal, shortened around the marked part, and the position of the carets below it.
 *
 * @param shown the line with tabs as spaces and invisible characters as replacement characters
 * @param indent the number of columns before the carets
 * @param carets the number of marked columns
 */
record Snippet(String shown, int indent, int carets) {
    private static final int MAX_WIDTH = 100;
    private static final int MAX_BEFORE_MARK = 40;
    private static final String CUT = "…";

    /**
     * Returns the snippet of a line.
     *
     * @param line the code points of the line
     * @param column the 1-based column of the first marked code point; it can be beyond the end of the line
     * @param length the number of marked code points
     */
    static Snippet of(int[] line, int column, int length) {
        int mark = Math.min(column - 1, line.length);
        int from = 0;
        int to = fit(line, 0, MAX_WIDTH);
        int room = MAX_WIDTH - 2 * CUT.length();
        if (to < line.length) {
            from = fitBefore(line, mark, MAX_BEFORE_MARK);
            to = fit(line, from, room);
            if (to == line.length) {
                from = fitBefore(line, to, room);
            }
        }
        String left = from > 0 ? CUT : "";
        String right = to < line.length ? CUT : "";
        int end = (int) Math.min((long) mark + length, to);
        return new Snippet(
                left + text(line, from, to) + right,
                left.length() + width(line, from, mark),
                Math.max(1, width(line, mark, end)));
    }

    /** Returns the end of the longest part that starts at an index and fits into the columns. */
    private static int fit(int[] line, int from, int columns) {
        int width = 0;
        for (int i = from; i < line.length; i++) {
            width += DisplayWidth.of(line[i]);
            if (width > columns) {
                return i;
            }
        }
        return line.length;
    }

    /** Returns the start of the longest part that ends at an index and fits into the columns. */
    private static int fitBefore(int[] line, int to, int columns) {
        int width = 0;
        for (int i = to; i > 0; i--) {
            width += DisplayWidth.of(line[i - 1]);
            if (width > columns) {
                return i;
            }
        }
        return 0;
    }

    private static int width(int[] line, int from, int to) {
        int width = 0;
        for (int i = from; i < to; i++) {
            width += DisplayWidth.of(line[i]);
        }
        return width;
    }

    private static String text(int[] line, int from, int to) {
        StringBuilder text = new StringBuilder();
        for (int i = from; i < to; i++) {
            if (line[i] == '\t') {
                text.append(" ".repeat(DisplayWidth.TAB));
            } else {
                text.appendCodePoint(InvisibleCharacters.is(line[i]) ? InvisibleCharacters.REPLACEMENT : line[i]);
            }
        }
        return text.toString();
    }
}
