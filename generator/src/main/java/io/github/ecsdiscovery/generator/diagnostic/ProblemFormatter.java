package io.github.ecsdiscovery.generator.diagnostic;

import java.util.List;

/** A way to tell problems. */
public sealed interface ProblemFormatter permits JsonFormatter, LineFormatter, PrettyFormatter {
    /** The text that tells the problems, in their order: whole lines that end with {@code \n}. */
    String format(List<Problem> problems);
}
