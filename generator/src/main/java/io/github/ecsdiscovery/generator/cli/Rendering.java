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
import io.github.ecsdiscovery.generator.compile.RenderedTemplate;

/** Renders a config to standard output or to a file, or compares the result with that file. */
final class Rendering {
    private final ConfigOptions config;
    private final RenderOptions options;
    private final Report report;
    private final CommandEnvironment environment;

    Rendering(
            ConfigOptions config,
            RenderOptions options,
            DiagnosticOptions diagnostics,
            CommandEnvironment environment) {
        this.config = config;
        this.options = options;
        this.report = new Report(diagnostics, environment);
        this.environment = environment;
    }

    ExitCode run() {
        options.output.check(config, environment);
        Compilation compilation = Compilation.of(options.request(config.request(environment)));
        RenderedTemplate template = report.template(compilation, "Nothing was written.");
        if (template == null) {
            return ExitCode.CONFIG_HAS_ERRORS;
        }
        return new OutputWriter(options.output, report, environment)
                .write(template.text(), (file, changed) -> new NextSteps(template, file).text(changed));
    }
}
