package io.github.ecsdiscovery.generator.diagnostic;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Formats each problem with its line of the config and a hint, then prints the number of problems.
 *
 * <pre>
 * config.yaml:12:13: error: `orders` calls `paymnets`, but there is no such service [unknown-callee]
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
    private final boolean color;
    private @Nullable String lastLine;
    private int[] lastCodePoints = {};

    /**
     * Creates a formatter.
     *
     * @param consequence the sentence after the number of problems if there are errors, such as {@code Nothing was written.},
     *     or empty
     * @param color whether to color the text with escape sequences of a terminal
     */
    public PrettyFormatter(SourceLines lines, String consequence, boolean color) {
        this.lines = lines;
        this.consequence = consequence;
        this.color = color;
    }

    @Override
    public String format(List<Problem> problems) {
        if (problems.isEmpty()) {
            return "";
        }
        StringBuilder text = new StringBuilder();
        for (Problem problem : problems) {
            append(text, problem);
            text.append('\n');
        }
        ProblemCounts counts = ProblemCounts.of(problems);
        text.append(counts).append('.');
        if (counts.errors() > 0 && !consequence.isEmpty()) {
            text.append(' ').append(consequence);
        }
        return text.append('\n').toString();
    }

    private void append(StringBuilder text, Problem problem) {
        String colors = color(problem.severity());
        text.append(painted(BOLD, LineFormatter.location(problem)))
                .append(' ')
                .append(painted(colors, problem.severity() + ":"))
                .append(' ')
                .append(LineFormatter.messageAndId(problem))
                .append('\n');
        String line = lines.at(problem.location());
        if (line != null) {
            appendLine(text, problem.location(), line, colors);
        }
        if (problem.hint() != null) {
            text.append(painted(BOLD, "hint:"))
                    .append(' ')
                    .append(InvisibleCharacters.replaced(problem.hint()))
                    .append('\n');
        }
    }

    private void appendLine(StringBuilder text, SourceLocation location, String line, String colors) {
        Snippet snippet = Snippet.of(codePoints(line), location.column(), location.length());
        String number = Integer.toString(location.line());
        text.append((" " + number + " | " + snippet.shown()).stripTrailing())
                .append('\n')
                .append(" ".repeat(number.length() + 2))
                .append("| ")
                .append(" ".repeat(snippet.indent()))
                .append(painted(colors, "^".repeat(snippet.carets())))
                .append('\n');
    }

    /** Returns the code points of a line. Caches the last line, because a config may consist of one very long line. */
    private int[] codePoints(String line) {
        if (!line.equals(lastLine)) {
            lastLine = line;
            lastCodePoints = line.codePoints().toArray();
        }
        return lastCodePoints;
    }

    private String painted(String colors, String text) {
        return color ? colors + text + RESET : text;
    }

    private static String color(Severity severity) {
        return switch (severity) {
            case ERROR -> RED;
            case WARNING -> YELLOW;
            case NOTE -> CYAN;
        };
    }
}
