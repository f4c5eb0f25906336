package io.github.ecsdiscovery.generator.diagnostic;

import java.util.ArrayList;
import java.util.List;

/** How many problems there are of each severity. */
public record ProblemCounts(long errors, long warnings, long notes) {
    public static ProblemCounts of(List<Problem> problems) {
        return new ProblemCounts(
                count(problems, Severity.ERROR), count(problems, Severity.WARNING), count(problems, Severity.NOTE));
    }

    /** {@code 2 errors, 1 warning}; what there is none of is left out. */
    @Override
    public String toString() {
        List<String> parts = new ArrayList<>();
        say(parts, errors, Severity.ERROR);
        say(parts, warnings, Severity.WARNING);
        say(parts, notes, Severity.NOTE);
        return String.join(", ", parts);
    }

    private static long count(List<Problem> problems, Severity severity) {
        return problems.stream()
                .filter(problem -> problem.severity() == severity)
                .count();
    }

    private static void say(List<String> parts, long count, Severity severity) {
        if (count > 0) {
            parts.add(count + " " + severity + (count == 1 ? "" : "s"));
        }
    }
}
