package io.github.ecsdiscovery.generator.diagnostic;

import java.util.List;

/**
 * Formats each problem as one line, for editors and {@code grep}.
 *
 * <pre>
 * config.yaml:12:13: error: `orders` calls `paymnets`, but there is no such service [unknown-callee]
 * </pre>
 */
public final class LineFormatter implements ProblemFormatter {
    @Override
    public String format(List<Problem> problems) {
        StringBuilder text = new StringBuilder();
        problems.forEach(problem -> text.append(line(problem)).append('\n'));
        return text.toString();
    }

    private static String line(Problem problem) {
        return location(problem) + " " + problem.severity() + ": " + messageAndId(problem);
    }

    /** Returns the location: {@code config.yaml:12:13:}. */
    static String location(Problem problem) {
        return InvisibleCharacters.replaced(problem.location().toString()) + ":";
    }

    /** Returns the message and the id. */
    static String messageAndId(Problem problem) {
        return InvisibleCharacters.replaced(problem.message()) + " [" + problem.id() + "]";
    }
}
