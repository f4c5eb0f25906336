package io.github.ecsdiscovery.generator.diagnostic;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The name that was probably meant. */
public final class Suggestion {
    private static final int MOST_EDITS = 2;

    /** With two edits, a word of so few letters is any other. */
    private static final int SHORT = 4;

    private static final int SHORTEST_BEGINNING = 3;

    /** Of more names none is suggested: with as many mistakes the time would grow with the square. */
    private static final int MOST_NAMES = 1_000;

    private Suggestion() {}

    /** {@code did you mean `payments`?}, if one of the names is at most two edits away. */
    public static Optional<String> hint(String written, Collection<String> names) {
        return nearest(written, names).map(name -> "did you mean `" + name + "`?");
    }

    /**
     * The nearest of the names, the first of equals, if it is at most two edits away and shares something; else the one
     * that begins with what is written, if only one does.
     */
    public static Optional<String> nearest(String written, Collection<String> names) {
        if (names.size() > MOST_NAMES) {
            return Optional.empty();
        }
        String best = null;
        String folded = fold(written);
        int most = written.length() <= SHORT ? 1 : MOST_EDITS;
        int fewest = Math.min(most, Math.max(0, written.length() - 1)) + 1;
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
        return best == null ? longer(folded, names) : Optional.of(best);
    }

    private static Optional<String> longer(String folded, Collection<String> names) {
        List<String> found = names.stream()
                .filter(name ->
                        folded.length() >= SHORTEST_BEGINNING && fold(name).startsWith(folded))
                .toList();
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }

    private static String fold(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    /** Insertions, deletions, replacements and swaps of neighbours; {@code limit} where there are that many or more. */
    private static int distance(String a, String b, int limit) {
        int start = 0;
        int most = Math.min(a.length(), b.length());
        while (start < most && a.charAt(start) == b.charAt(start)) {
            start++;
        }
        int end = 0;
        while (end < most - start && a.charAt(a.length() - 1 - end) == b.charAt(b.length() - 1 - end)) {
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
            // A swap looks back two rows, and costs one: the next row may have one less than the row before this.
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
