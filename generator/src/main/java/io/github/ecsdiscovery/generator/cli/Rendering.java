package io.github.ecsdiscovery.generator.cli;

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
        options.output.check(config, surroundings);
        Compilation.Template template = Compilation.of(config.request(surroundings, options.compact, !options.noLimits))
                .tell(report, "Nothing was written.");
        if (template == null) {
            return ExitCode.CONFIG_HAS_ERRORS;
        }
        return new Delivery(options.output, report, surroundings)
                .deliver(
                        template.text(),
                        (file, changed) -> new NextSteps(template, config.environment, file).text(changed));
    }
}
