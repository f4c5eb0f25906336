package io.github.ecsdiscovery.generator.diagnostic;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Suggests the name that the user probably meant. */
public final class Suggestion {
    private static final int MAX_EDITS = 2;

    /** The longest word that allows only one edit. Two edits would turn it into almost any other short word. */
    private static final int SHORT = 4;

    private static final int MIN_PREFIX = 3;

    /** With more names, nothing is suggested, because the time would grow with the product of names and errors. */
    private static final int MAX_NAMES = 1_000;

    private Suggestion() {}

    /** Returns {@code did you mean `payments`?} if {@link #nearest} finds a name. */
    public static Optional<String> hint(String written, Collection<String> names) {
        return nearest(written, names).map(name -> "did you mean `" + name + "`?");
    }

    /**
     * Returns the nearest name if it is at most two edits away and has a letter in common. Otherwise returns the name that
     * starts with the written word, if there is exactly one.
     */
    public static Optional<String> nearest(String written, Collection<String> names) {
        if (names.size() > MAX_NAMES) {
            return Optional.empty();
        }
        String best = null;
        String folded = fold(written);
        int maxEdits = written.length() <= SHORT ? 1 : MAX_EDITS;
        int fewest = Math.min(maxEdits, Math.max(0, written.length() - 1)) + 1;
        for (String name : names) {
            if (Math.abs(name.length() - written.length()) >= fewest) {
                continue;
            }
            int edits = name.equalsIgnoreCase(written) ? 0 : distance(folded, fold(name), fewest);
            if (edits < fewest) {
                fewest = edits;
                best = name;
            }
        }
        return best == null ? completion(folded, names) : Optional.of(best);
    }

    private static Optional<String> completion(String folded, Collection<String> names) {
        List<String> completions = names.stream()
                .filter(name -> folded.length() >= MIN_PREFIX && fold(name).startsWith(folded))
                .toList();
        return completions.size() == 1 ? Optional.of(completions.get(0)) : Optional.empty();
    }

    private static String fold(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    /** Counts insertions, deletions, replacements and swaps of adjacent letters. Returns at most {@code limit}. */
    private static int distance(String a, String b, int limit) {
        int start = 0;
        int shorter = Math.min(a.length(), b.length());
        while (start < shorter && a.charAt(start) == b.charAt(start)) {
            start++;
        }
        int end = 0;
        while (end < shorter - start && a.charAt(a.length() - 1 - end) == b.charAt(b.length() - 1 - end)) {
            end++;
        }
        return table(a.substring(start, a.length() - end), b.substring(start, b.length() - end), limit);
    }

    private static int table(String a, String b, int limit) {
        int[][] edits = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            int fewest = limit;
            for (int j = 0; j <= b.length(); j++) {
                edits[i][j] = i == 0 || j == 0 ? i + j : step(edits, a, b, i, j);
                fewest = Math.min(fewest, edits[i][j]);
            }
            // A swap looks back two rows and costs one edit, so the next row can depend on the row before this one.
            if (fewest == limit && i > 0 && Arrays.stream(edits[i - 1]).min().orElse(0) >= limit) {
                return limit;
            }
        }
        return Math.min(limit, edits[a.length()][b.length()]);
    }

    private static int step(int[][] edits, String a, String b, int i, int j) {
        int replaced = edits[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        int fewest = Math.min(replaced, Math.min(edits[i - 1][j], edits[i][j - 1]) + 1);
        boolean swapped = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        return swapped ? Math.min(fewest, edits[i - 2][j - 2] + 1) : fewest;
    }
}
