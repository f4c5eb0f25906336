package io.github.ecsdiscovery.generator.diagnostic;

import java.util.List;

/** An output format for problems. */
public sealed interface ProblemFormatter permits JsonFormatter, LineFormatter, PrettyFormatter {
    /** Returns the problems as text, in the given order. All lines end with {@code \n}. */
    String format(List<Problem> problems);
}
