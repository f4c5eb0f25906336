package io.github.ecsdiscovery.generator.cli;

import io.github.ecsdiscovery.generator.cli.environment.CommandEnvironment;
import io.github.ecsdiscovery.generator.cli.environment.ExitCode;
import io.github.ecsdiscovery.generator.cli.option.ConfigOptions;
import io.github.ecsdiscovery.generator.cli.option.DiagnosticOptions;
import io.github.ecsdiscovery.generator.cli.option.OutputOptions;
import io.github.ecsdiscovery.generator.cli.report.ComposeResult;
import io.github.ecsdiscovery.generator.cli.report.OutputWriter;
import io.github.ecsdiscovery.generator.cli.report.Report;
import io.github.ecsdiscovery.generator.compile.Compilation;
import io.github.ecsdiscovery.generator.compile.RenderedTemplate;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code compose CONFIG}: renders a Compose file that runs the services on one machine. */
@Command(
        name = "compose",
        description = {
            "Renders a config as a Compose file, which runs the services on one machine.",
            "The services have the same DNS names, variables, limits and health checks as on AWS."
        },
        footer = {"", "Example:", "  ecs-discovery compose config.yaml -o compose.yaml"})
final class ComposeCommand implements Callable<Integer> {
    private final DiagnosticOptions diagnostics;
    private final CommandEnvironment environment;

    @Mixin
    private final ConfigOptions config = new ConfigOptions();

    @Mixin
    private final OutputOptions output = new OutputOptions();

    ComposeCommand(DiagnosticOptions diagnostics, CommandEnvironment environment) {
        this.diagnostics = diagnostics;
        this.environment = environment;
    }

    @Override
    public Integer call() {
        output.check(config, environment);
        Report report = new Report(diagnostics, environment);
        Compilation compilation =
                Compilation.of(config.request(environment).ignoringLimits()).withoutLimits();
        RenderedTemplate template = report.template(compilation, "Nothing was written.");
        if (template == null) {
            return ExitCode.CONFIG_HAS_ERRORS.code();
        }
        ComposeResult result = new ComposeResult(template);
        return new OutputWriter(output, report, environment)
                .write(result.text(), result::summary)
                .code();
    }
}
