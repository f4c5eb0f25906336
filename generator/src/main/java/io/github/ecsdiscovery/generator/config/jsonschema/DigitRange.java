package io.github.ecsdiscovery.generator.config.jsonschema;

import java.util.ArrayList;
import java.util.List;

/** Renders a range of numbers as a regular expression of their digits, for numbers in quotes. */
final class DigitRange {
    private DigitRange() {}

    static String pattern(int min, int max) {
        List<String> parts = new ArrayList<>();
        long first = 0;
        for (long last = 9; first <= max; last = last * 10 + 9) {
            if (last >= min) {
                parts.add(sameLength(Long.toString(Math.max(first, min)), Long.toString(Math.min(last, max))));
            }
            first = last + 1;
        }
        return "^(" + String.join("|", parts) + ")$";
    }

    /** Returns the pattern for the numbers between two numbers with the same number of digits. */
    private static String sameLength(String low, String high) {
        if (low.isEmpty()) {
            return "";
        }
        char first = low.charAt(0);
        char last = high.charAt(0);
        int rest = low.length() - 1;
        if (low.substring(1).equals("0".repeat(rest)) && high.substring(1).equals("9".repeat(rest))) {
            return digit(first, last) + "[0-9]".repeat(rest);
        }
        if (first == last) {
            return first + sameLength(low.substring(1), high.substring(1));
        }
        String middle =
                first + 1 < last ? "|" + digit((char) (first + 1), (char) (last - 1)) + "[0-9]".repeat(rest) : "";
        return "(" + first + sameLength(low.substring(1), "9".repeat(rest)) + middle + "|" + last
                + sameLength("0".repeat(rest), high.substring(1)) + ")";
    }

    private static String digit(char first, char last) {
        return first == last ? Character.toString(first) : "[" + first + "-" + last + "]";
    }
}
