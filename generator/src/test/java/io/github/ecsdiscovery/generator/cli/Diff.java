package io.github.ecsdiscovery.generator.cli;

import java.util.List;

/** Shows the first and last difference of two texts, with some lines of context. */
final class Diff {
    private static final int CONTEXT_LINES = 3;
    private static final int MAX_LINES = 60;

    private Diff() {}

    /** Returns the lines of the old text with {@code -} and those of the new text with {@code +}. */
    static String of(String old, String updated) {
        List<String> a = List.of(old.split("(?<=\n)"));
        List<String> b = List.of(updated.split("(?<=\n)"));
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
        lines(diff, "  ", a.subList(Math.max(0, start - CONTEXT_LINES), start));
        lines(diff, "- ", a.subList(start, a.size() - end));
        lines(diff, "+ ", b.subList(start, b.size() - end));
        lines(diff, "  ", a.subList(a.size() - end, Math.min(a.size(), a.size() - end + CONTEXT_LINES)));
        return diff.toString();
    }

    private static void lines(StringBuilder diff, String mark, List<String> lines) {
        lines.stream().limit(MAX_LINES).forEach(line -> {
            boolean isComplete = line.endsWith("\n");
            diff.append(mark).append(line.replace("\r", "\\r")).append(isComplete ? "" : "\n(no line ending)\n");
        });
        if (lines.size() > MAX_LINES) {
            diff.append(mark).append("… and ").append(lines.size() - MAX_LINES).append(" more\n");
        }
    }
}
