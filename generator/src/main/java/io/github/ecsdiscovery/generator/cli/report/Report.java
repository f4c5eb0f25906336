package io.github.ecsdiscovery.generator.cli.report;

import io.github.ecsdiscovery.generator.cli.environment.CommandEnvironment;
import io.github.ecsdiscovery.generator.cli.option.DiagnosticOptions;
import io.github.ecsdiscovery.generator.compile.Compilation;
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

/** Tells on standard error what was found and done, as the options want it. */
public final class Report {
    private final DiagnosticOptions options;
    private final PrintStream err;
    private final boolean colour;

    public Report(DiagnosticOptions options, CommandEnvironment surroundings) {
        this.options = options;
        this.err = surroundings.err();
        this.colour = surroundings.colour();
    }

    /**
     * Tells the problems, and says whether one of them is an error.
     *
     * @param consequence what is said behind the count where there are errors, or empty
     */
    public boolean tell(List<Problem> problems, SourceLines lines, String consequence) {
        List<Problem> told = problems.stream()
                .map(this::judged)
                .filter(problem -> !options.quiet || problem.severity() == Severity.ERROR)
                .sorted(Problem.BY_PLACE)
                .toList();
        ProblemFormatter formatter = switch (options.format) {
            case PRETTY -> new PrettyFormatter(lines, consequence, colour);
            case LINE -> new LineFormatter();
            case JSON -> new JsonFormatter();
        };
        err.print(formatter.format(told));
        return told.stream().anyMatch(problem -> problem.severity() == Severity.ERROR);
    }

    /**
     * Prints the problems of a compilation.
     *
     * @param consequence the sentence after the number of errors
     * @return the template, or null if there is an error
     */
    public Compilation.@Nullable Template tell(Compilation compilation, String consequence) {
        return tell(compilation.reported(), compilation.lines(), consequence) ? null : compilation.template();
    }

    /** Says something that is no problem, unless nothing else is wanted. */
    public void say(String text) {
        if (!options.quiet && options.format != DiagnosticOptions.Format.JSON) {
            err.print(text);
        }
    }

    /** Says why the run does not end well, unless that would spoil the JSON. */
    public void explain(String text) {
        if (options.format != DiagnosticOptions.Format.JSON) {
            err.print(text);
        }
    }

    private Problem judged(Problem problem) {
        return options.strict && problem.severity() == Severity.WARNING ? problem.as(Severity.ERROR) : problem;
    }
}
