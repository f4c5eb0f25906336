package io.github.ecsdiscovery.generator.cli;

import io.github.ecsdiscovery.generator.diagnostic.Problem;
import io.github.ecsdiscovery.generator.output.FileOutput;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Renders a config to standard output or to a file, or compares with that file. */
final class Rendering {
    private final RenderOptions options;
    private final Report report;
    private final Surroundings surroundings;

    Rendering(RenderOptions options, DiagnosticOptions diagnostics, Surroundings surroundings) {
        this.options = options;
        this.report = new Report(diagnostics, surroundings);
        this.surroundings = surroundings;
    }

    ExitCode run() {
        options.check();
        ConfigFile file = ConfigFile.read(options.config(), surroundings);
        Compilation compilation = Compilation.of(new Compilation.Request(
                file, options.environment, options.settings, options.compact, !options.noLimits));
        boolean errors = report.tell(problems(compilation), compilation.lines(), "Nothing was written.");
        Compilation.Template template = compilation.template();
        if (errors || template == null) {
            return ExitCode.CONFIG_HAS_ERRORS;
        }
        Path output = options.output();
        if (output == null) {
            surroundings.print(template.text());
            return ExitCode.DONE;
        }
        try {
            return options.check ? compare(output, template.text()) : write(output, template);
        } catch (IOException e) {
            throw new FileFault(String.valueOf(e.getMessage()), e);
        }
    }

    /** An entry of `accept` that does nothing here may be meant for another environment; `check` sees them all. */
    private List<Problem> problems(Compilation compilation) {
        List<Problem> problems = new ArrayList<>(compilation.problems());
        boolean alone = options.settings.isEmpty()
                && compilation.reading().environments().isEmpty();
        if (alone && compilation.verdict().isWhole()) {
            problems.addAll(compilation.verdict().unused());
        }
        return problems;
    }

    private ExitCode write(Path output, Compilation.Template template) throws IOException {
        boolean changed = output(output).write(template.text());
        report.say(new NextSteps(template, options.environment, output.toString()).text(changed));
        return ExitCode.DONE;
    }

    private ExitCode compare(Path output, String text) throws IOException {
        if (output(output).holds(text)) {
            report.say("`" + output + "` is up to date.\n");
            return ExitCode.DONE;
        }
        report.explain(Difference.between(surroundings.folder().resolve(output), output.toString(), text));
        return ExitCode.DIFFERENCE;
    }

    private FileOutput output(Path path) {
        return new FileOutput(surroundings.folder().resolve(path));
    }
}
