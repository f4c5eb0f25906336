package io.github.ecsdiscovery.generator.cli.report;

import io.github.ecsdiscovery.generator.cli.environment.CommandEnvironment;
import io.github.ecsdiscovery.generator.cli.option.DiagnosticOptions;
import io.github.ecsdiscovery.generator.compile.Compilation;
import io.github.ecsdiscovery.generator.compile.RenderedTemplate;
import io.github.ecsdiscovery.generator.diagnostic.JsonFormatter;
import io.github.ecsdiscovery.generator.diagnostic.LineFormatter;
import io.github.ecsdiscovery.generator.diagnostic.PrettyFormatter;
import io.github.ecsdiscovery.generator.diagnostic.Problem;
import io.github.ecsdiscovery.generator.diagnostic.ProblemFormatter;
import io.github.ecsdiscovery.generator.diagnostic.Severity;
import io.github.ecsdiscovery.generator.diagnostic.SourceLines;
import java.io.PrintStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Prints problems, summaries and reasons of failure to standard error, in the requested format. */
public final class Report {
    private final DiagnosticOptions options;
    private final PrintStream err;
    private final boolean color;

    public Report(DiagnosticOptions options, CommandEnvironment environment) {
        this.options = options;
        this.err = environment.err();
        this.color = environment.color();
    }

    /**
     * Prints problems.
     *
     * @param consequence the sentence after the number of errors, or empty
     * @return whether one of the problems is an error
     */
    public boolean problems(List<Problem> problems, SourceLines lines, String consequence) {
        List<Problem> printed = problems.stream()
                .map(this::withStrictSeverity)
                .filter(problem -> !options.quiet || problem.severity() == Severity.ERROR)
                .sorted(Problem.BY_LOCATION)
                .toList();
        ProblemFormatter formatter = switch (options.format) {
            case PRETTY -> new PrettyFormatter(lines, consequence, color);
            case LINE -> new LineFormatter();
            case JSON -> new JsonFormatter();
        };
        err.print(formatter.format(printed));
        return printed.stream().anyMatch(problem -> problem.severity() == Severity.ERROR);
    }

    /**
     * Prints the problems of a compilation.
     *
     * @param consequence the sentence after the number of errors
     * @return the template, or null if there is an error
     */
    public @Nullable RenderedTemplate template(Compilation compilation, String consequence) {
        return problems(compilation.reported(), compilation.lines(), consequence) ? null : compilation.template();
    }

    /** Prints the outcome of a successful run, unless the options ask for problems only. */
    public void summary(String text) {
        if (!options.quiet && options.format != DiagnosticOptions.Format.JSON) {
            err.print(text);
        }
    }

    /** Prints why a run fails, unless the format is JSON. */
    public void failure(String text) {
        if (options.format != DiagnosticOptions.Format.JSON) {
            err.print(text);
        }
    }

    private Problem withStrictSeverity(Problem problem) {
        return options.strict && problem.severity() == Severity.WARNING ? problem.as(Severity.ERROR) : problem;
    }
}
