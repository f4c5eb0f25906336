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
import io.github.ecsdiscovery.generator.stack.StackPlan;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code compose CONFIG}: the same services on one machine. */
@Command(
        name = "compose",
        description =
                "Renders a config as a Compose file, which runs the same services on one machine under the same DNS"
                        + " names, with the same variables, limits and health checks.",
        footer = {"", "Example:", "  ecs-discovery compose config.yaml -o compose.yaml"})
final class ComposeCommand implements Callable<Integer> {
    private final DiagnosticOptions diagnostics;
    private final CommandEnvironment surroundings;

    @Mixin
    private final ConfigOptions config = new ConfigOptions();

    @Mixin
    private final OutputOptions output = new OutputOptions();

    ComposeCommand(DiagnosticOptions diagnostics, CommandEnvironment surroundings) {
        this.diagnostics = diagnostics;
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        output.check(config, surroundings);
        Report report = new Report(diagnostics, surroundings);
        Compilation compilation =
                Compilation.of(config.request(surroundings, false, false)).withoutLimits();
        Compilation.Template template = report.tell(compilation, "Nothing was written.");
        if (template == null) {
            return ExitCode.CONFIG_HAS_ERRORS.code();
        }
        ComposeResult result = new ComposeResult(template, StackPlan.stackName(template.config(), config.environment));
        return new OutputWriter(output, report, surroundings)
                .deliver(result.text(), result::told)
                .code();
    }
}
