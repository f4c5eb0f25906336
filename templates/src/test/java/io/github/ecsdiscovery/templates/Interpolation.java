package io.github.ecsdiscovery.templates;

import java.util.ArrayList;
import java.util.List;

/**
 * An interpolation {@code [=expression]} in a line.
 *
 * @param nested whether it is inside a string of another interpolation
 * @param before the text before it in the line; empty if it is nested
 * @param after the text after it in the line; empty if it is nested
 */
record Interpolation(String expression, boolean nested, String before, String after) {

    /** Returns all interpolations of a line from left to right, each before its nested ones. */
    static List<Interpolation> in(String line) {
        var interpolations = new ArrayList<Interpolation>();
        collect(line, false, interpolations);
        return interpolations;
    }

    private static void collect(String text, boolean nested, List<Interpolation> interpolations) {
        for (int start = text.indexOf("[="); start >= 0; start = text.indexOf("[=", start)) {
            int end = end(text, start + 2);
            String expression = text.substring(start + 2, end);
            interpolations.add(new Interpolation(
                    expression,
                    nested,
                    nested ? "" : text.substring(0, start),
                    nested ? "" : text.substring(Math.min(end + 1, text.length()))));
            collect(expression, true, interpolations);
            start = end;
        }
    }

    /** Returns the index of the bracket that closes an expression. Brackets in strings do not count. */
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
