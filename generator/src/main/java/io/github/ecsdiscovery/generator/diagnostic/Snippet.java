package io.github.ecsdiscovery.generator.diagnostic;

/**
 * A line of a config as a terminal shows it, cut around what is marked, and the carets below it.
 *
 * @param shown tabs as spaces; what is not seen as replacement characters
 * @param indent how many columns stand before the carets
 * @param carets how many columns are marked
 */
record Snippet(String shown, int indent, int carets) {
    private static final int WIDEST = 100;
    private static final int MOST_BEFORE = 40;
    private static final String CUT = "…";

    /**
     * Shows a part of a line.
     *
     * @param line its code points
     * @param column of the first that is marked, from 1; it may lie behind the line's end
     * @param length how many are marked
     */
    static Snippet of(int[] line, int column, int length) {
        int mark = Math.min(column - 1, line.length);
        int from = 0;
        int to = fit(line, 0, WIDEST);
        int room = WIDEST - 2 * CUT.length();
        if (to < line.length) {
            from = fitBefore(line, mark, MOST_BEFORE);
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

    /** The end of what fits into the columns. */
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

    /** The start of what fits into the columns, read backwards. */
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
