package io.github.ecsdiscovery.generator.cli;

import io.github.ecsdiscovery.generator.output.FileOutput;
import java.io.IOException;
import java.nio.file.Path;

/** Renders a config to standard output or to a file, or compares with that file. */
final class Rendering {
    private final ConfigOptions config;
    private final RenderOptions options;
    private final Report report;
    private final Surroundings surroundings;

    Rendering(ConfigOptions config, RenderOptions options, DiagnosticOptions diagnostics, Surroundings surroundings) {
        this.config = config;
        this.options = options;
        this.report = new Report(diagnostics, surroundings);
        this.surroundings = surroundings;
    }

    ExitCode run() {
        options.check(config);
        Compilation.Template template = Compilation.of(config.request(surroundings, options.compact, !options.noLimits))
                .tell(report, "Nothing was written.");
        if (template == null) {
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

    private ExitCode write(Path output, Compilation.Template template) throws IOException {
        boolean changed = output(output).write(template.text());
        report.say(new NextSteps(template, config.environment, output.toString()).text(changed));
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
