package io.github.ecsdiscovery.generator.cli;

import io.github.ecsdiscovery.generator.cli.environment.CommandEnvironment;
import io.github.ecsdiscovery.generator.cli.environment.ExitCode;
import io.github.ecsdiscovery.generator.cli.option.ConfigOptions;
import io.github.ecsdiscovery.generator.cli.option.DiagnosticOptions;
import io.github.ecsdiscovery.generator.cli.option.RenderOptions;
import io.github.ecsdiscovery.generator.cli.report.NextSteps;
import io.github.ecsdiscovery.generator.cli.report.OutputWriter;
import io.github.ecsdiscovery.generator.cli.report.Report;
import io.github.ecsdiscovery.generator.compile.Compilation;

/** Renders a config to standard output or to a file, or compares with that file. */
final class Rendering {
    private final ConfigOptions config;
    private final RenderOptions options;
    private final Report report;
    private final CommandEnvironment surroundings;

    Rendering(
            ConfigOptions config,
            RenderOptions options,
            DiagnosticOptions diagnostics,
            CommandEnvironment surroundings) {
        this.config = config;
        this.options = options;
        this.report = new Report(diagnostics, surroundings);
        this.surroundings = surroundings;
    }

    ExitCode run() {
        options.output.check(config, surroundings);
        Compilation compilation = Compilation.of(config.request(surroundings, options.compact, !options.noLimits));
        Compilation.Template template = report.tell(compilation, "Nothing was written.");
        if (template == null) {
            return ExitCode.CONFIG_HAS_ERRORS;
        }
        return new OutputWriter(options.output, report, surroundings)
                .deliver(
                        template.text(),
                        (file, changed) -> new NextSteps(template, config.environment, file).text(changed));
    }
}
