package io.github.ecsdiscovery.generator.diagnostic;

import java.util.ArrayList;
import java.util.List;

/** The number of problems of each severity. */
public record ProblemCounts(long errors, long warnings, long notes) {
    /** Counts problems. */
    public static ProblemCounts of(List<Problem> problems) {
        return new ProblemCounts(
                count(problems, Severity.ERROR), count(problems, Severity.WARNING), count(problems, Severity.NOTE));
    }

    /** Returns {@code 2 errors, 1 warning}. Severities without problems are left out. */
    @Override
    public String toString() {
        List<String> parts = new ArrayList<>();
        add(parts, errors, Severity.ERROR);
        add(parts, warnings, Severity.WARNING);
        add(parts, notes, Severity.NOTE);
        return String.join(", ", parts);
    }

    private static long count(List<Problem> problems, Severity severity) {
        return problems.stream()
                .filter(problem -> problem.severity() == severity)
                .count();
    }

    private static void add(List<String> parts, long count, Severity severity) {
        if (count > 0) {
            parts.add(count + " " + severity + (count == 1 ? "" : "s"));
        }
    }
}
