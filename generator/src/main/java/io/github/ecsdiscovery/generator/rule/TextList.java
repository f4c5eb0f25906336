package io.github.ecsdiscovery.generator.rule;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Formats lists and numbers for messages. */
public final class TextList {
    private static final int MOST_LISTED = 8;

    private TextList() {}

    /**
     * Returns {@code `a`, `b` and `c`}, {@code none} for an empty list. A long list is cut off after the first few entries:
     * {@code `a`, `b` and 12 more}.
     */
    public static String list(Stream<?> entries) {
        List<?> all = entries.toList();
        if (all.size() <= 1) {
            return all.isEmpty() ? "none" : quoted(all.get(0));
        }
        boolean isCut = all.size() > MOST_LISTED;
        int listed = isCut ? MOST_LISTED - 1 : all.size() - 1;
        String rest = isCut ? all.size() - listed + " more" : quoted(all.get(listed));
        return all.subList(0, listed).stream().map(TextList::quoted).collect(Collectors.joining(", ")) + " and " + rest;
    }

    private static String quoted(Object entry) {
        return "`" + entry + "`";
    }

    /** Returns {@code 1 rule} or {@code 2 rules}. */
    public static String count(long number, String noun) {
        return number(number) + " " + noun + (number == 1 ? "" : "s");
    }

    /** Returns a number with separators: {@code 51,200}. */
    public static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
