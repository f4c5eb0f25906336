package io.github.ecsdiscovery.generator.diagnostic;

import java.util.List;

/**
 * One line for each problem, for editors and {@code grep}.
 *
 * <pre>
 * config.yaml:12:13: error: `calls` of `orders` names `paymnets`, which is no service of this config [unknown-callee]
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
        return place(problem) + " " + problem.severity() + ": " + rest(problem);
    }

    /** {@code config.yaml:12:13:}. */
    static String place(Problem problem) {
        return InvisibleCharacters.replaced(problem.place().toString()) + ":";
    }

    /** The message and the id. */
    static String rest(Problem problem) {
        return InvisibleCharacters.replaced(problem.message()) + " [" + problem.id() + "]";
    }
}
