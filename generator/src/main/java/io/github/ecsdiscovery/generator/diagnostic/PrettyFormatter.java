package io.github.ecsdiscovery.generator.diagnostic;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Each problem with the line that it is about and a hint, then how many there are.
 *
 * <pre>
 * config.yaml:12:13: error: `calls` of `orders` names `paymnets`, which is no service of this config [unknown-callee]
 *  12 |     calls: [paymnets]
 *     |             ^^^^^^^^
 * hint: did you mean `payments`?
 *
 * 1 error. Nothing was written.
 * </pre>
 */
public final class PrettyFormatter implements ProblemFormatter {
    private static final String BOLD = "\u001B[1m";
    private static final String CYAN = "\u001B[36m";
    private static final String RED = "\u001B[1;31m";
    private static final String YELLOW = "\u001B[1;33m";
    private static final String RESET = "\u001B[0m";

    private final SourceLines lines;
    private final String consequence;
    private final boolean colour;
    private @Nullable String lastLine;
    private int[] lastCodePoints = {};

    /**
     * A formatter for one source.
     *
     * @param consequence what is said behind the count where there are errors, such as {@code Nothing was written.}, or empty
     * @param colour whether to write escape sequences of a terminal
     */
    public PrettyFormatter(SourceLines lines, String consequence, boolean colour) {
        this.lines = lines;
        this.consequence = consequence;
        this.colour = colour;
    }

    @Override
    public String format(List<Problem> problems) {
        if (problems.isEmpty()) {
            return "";
        }
        StringBuilder text = new StringBuilder();
        for (Problem problem : problems) {
            tell(text, problem);
            text.append('\n');
        }
        ProblemCounts tally = ProblemCounts.of(problems);
        text.append(tally).append('.');
        if (tally.errors() > 0 && !consequence.isEmpty()) {
            text.append(' ').append(consequence);
        }
        return text.append('\n').toString();
    }

    private void tell(StringBuilder text, Problem problem) {
        String colours = colour(problem.severity());
        text.append(painted(BOLD, LineFormatter.place(problem)))
                .append(' ')
                .append(painted(colours, problem.severity() + ":"))
                .append(' ')
                .append(LineFormatter.rest(problem))
                .append('\n');
        String line = lines.at(problem.place());
        if (line != null) {
            show(text, problem.place(), line, colours);
        }
        if (problem.hint() != null) {
            text.append(painted(BOLD, "hint:"))
                    .append(' ')
                    .append(InvisibleCharacters.replaced(problem.hint()))
                    .append('\n');
        }
    }

    private void show(StringBuilder text, SourceLocation place, String line, String colours) {
        Snippet snippet = Snippet.of(codePoints(line), place.column(), place.length());
        String number = Integer.toString(place.line());
        text.append((" " + number + " | " + snippet.shown()).stripTrailing())
                .append('\n')
                .append(" ".repeat(number.length() + 2))
                .append("| ")
                .append(" ".repeat(snippet.indent()))
                .append(painted(colours, "^".repeat(snippet.carets())))
                .append('\n');
    }

    /** Kept from one problem to the next: of a config on one long line, all have the same. */
    private int[] codePoints(String line) {
        if (!line.equals(lastLine)) {
            lastLine = line;
            lastCodePoints = line.codePoints().toArray();
        }
        return lastCodePoints;
    }

    private String painted(String colours, String text) {
        return colour ? colours + text + RESET : text;
    }

    private static String colour(Severity severity) {
        return switch (severity) {
            case ERROR -> RED;
            case WARNING -> YELLOW;
            case NOTE -> CYAN;
        };
    }
}
