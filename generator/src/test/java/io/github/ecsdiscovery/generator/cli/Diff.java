package io.github.ecsdiscovery.generator.cli;

import java.util.List;

/** Shows where two texts differ, with a few lines around. */
final class Diff {
    private static final int AROUND = 3;
    private static final int MOST = 60;

    private Diff() {}

    /** Lines with {@code -} are of the old text only, lines with {@code +} of the new. */
    static String of(String old, String fresh) {
        List<String> a = List.of(old.split("(?<=\n)"));
        List<String> b = List.of(fresh.split("(?<=\n)"));
        int start = 0;
        while (start < Math.min(a.size(), b.size()) && a.get(start).equals(b.get(start))) {
            start++;
        }
        int end = 0;
        while (end < Math.min(a.size(), b.size()) - start
                && a.get(a.size() - 1 - end).equals(b.get(b.size() - 1 - end))) {
            end++;
        }
        StringBuilder diff = new StringBuilder("@@ line " + (start + 1) + " @@\n");
        lines(diff, "  ", a.subList(Math.max(0, start - AROUND), start));
        lines(diff, "- ", a.subList(start, a.size() - end));
        lines(diff, "+ ", b.subList(start, b.size() - end));
        lines(diff, "  ", a.subList(a.size() - end, Math.min(a.size(), a.size() - end + AROUND)));
        return diff.toString();
    }

    private static void lines(StringBuilder diff, String mark, List<String> lines) {
        lines.stream().limit(MOST).forEach(line -> {
            boolean whole = line.endsWith("\n");
            diff.append(mark).append(line.replace("\r", "\\r")).append(whole ? "" : "\n(no line end)\n");
        });
        if (lines.size() > MOST) {
            diff.append(mark).append("… and ").append(lines.size() - MOST).append(" more\n");
        }
    }
}
