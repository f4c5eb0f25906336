package io.github.ecsdiscovery.templates;

import java.util.ArrayList;
import java.util.List;

/**
 * One {@code [=expression]} of a line.
 *
 * @param nested whether it stands in a string of another one's expression
 * @param before what the line has before it, nothing if it is nested
 * @param after what the line has after it, nothing if it is nested
 */
record Interpolation(String expression, boolean nested, String before, String after) {

    /** All interpolations of a line, from left to right, each before those inside of it. */
    static List<Interpolation> in(String line) {
        var found = new ArrayList<Interpolation>();
        collect(line, false, found);
        return found;
    }

    private static void collect(String text, boolean nested, List<Interpolation> found) {
        for (int start = text.indexOf("[="); start >= 0; start = text.indexOf("[=", start)) {
            int end = end(text, start + 2);
            String expression = text.substring(start + 2, end);
            found.add(new Interpolation(
                    expression,
                    nested,
                    nested ? "" : text.substring(0, start),
                    nested ? "" : text.substring(Math.min(end + 1, text.length()))));
            collect(expression, true, found);
            start = end;
        }
    }

    /** Where the bracket is that closes an expression; brackets in its strings do not count. */
    private static int end(String text, int from) {
        int depth = 0;
        char quote = 0;
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quote != 0) {
                if (c == '\\') {
                    i++;
                } else if (c == quote) {
                    quote = 0;
                }
            } else if (c == '"' || c == '\'') {
                quote = c;
            } else if (c == '[') {
                depth++;
            } else if (c == ']' && depth-- == 0) {
                return i;
            }
        }
        return text.length();
    }
}
