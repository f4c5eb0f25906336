package io.github.ecsdiscovery.generator.rule;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How things are listed in a sentence. */
public final class TextList {
    private static final int MOST = 8;

    private TextList() {}

    /** {@code `a`, `b` and `c`}; of many, the first few and how many more. */
    public static String list(Stream<?> things) {
        List<?> all = things.toList();
        if (all.size() <= 1) {
            return all.isEmpty() ? "none" : quoted(all.get(0));
        }
        boolean many = all.size() > MOST;
        int shown = many ? MOST - 1 : all.size() - 1;
        String rest = many ? all.size() - shown + " more" : quoted(all.get(shown));
        return all.subList(0, shown).stream().map(TextList::quoted).collect(Collectors.joining(", ")) + " and " + rest;
    }

    private static String quoted(Object thing) {
        return "`" + thing + "`";
    }

    /** {@code 1 rule}, {@code 2 rules}. */
    public static String count(long number, String thing) {
        return number(number) + " " + thing + (number == 1 ? "" : "s");
    }

    /** {@code 51,200}. */
    public static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
