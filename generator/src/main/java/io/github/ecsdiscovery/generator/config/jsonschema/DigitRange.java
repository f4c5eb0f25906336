package io.github.ecsdiscovery.generator.config.jsonschema;

import java.util.ArrayList;
import java.util.List;

/** The numbers of a range as a regular expression of their digits, for numbers that stand in quotes. */
final class DigitRange {
    private DigitRange() {}

    static String pattern(int min, int max) {
        List<String> parts = new ArrayList<>();
        long first = 0;
        for (long last = 9; first <= max; last = last * 10 + 9) {
            if (last >= min) {
                parts.add(alike(Long.toString(Math.max(first, min)), Long.toString(Math.min(last, max))));
            }
            first = last + 1;
        }
        return "^(" + String.join("|", parts) + ")$";
    }

    /** Between two numbers of as many digits. */
    private static String alike(String low, String high) {
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
            return first + alike(low.substring(1), high.substring(1));
        }
        String middle =
                first + 1 < last ? "|" + digit((char) (first + 1), (char) (last - 1)) + "[0-9]".repeat(rest) : "";
        return "(" + first + alike(low.substring(1), "9".repeat(rest)) + middle + "|" + last
                + alike("0".repeat(rest), high.substring(1)) + ")";
    }

    private static String digit(char first, char last) {
        return first == last ? Character.toString(first) : "[" + first + "-" + last + "]";
    }
}
