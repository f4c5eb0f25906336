package io.github.ecsdiscovery.generator.cli;

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
    private final Surroundings surroundings;

    @Mixin
    private final ConfigOptions config = new ConfigOptions();

    @Mixin
    private final OutputOptions output = new OutputOptions();

    ComposeCommand(DiagnosticOptions diagnostics, Surroundings surroundings) {
        this.diagnostics = diagnostics;
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        output.check(config, surroundings);
        Report report = new Report(diagnostics, surroundings);
        Compilation.Template template = Compilation.of(config.request(surroundings, false, false))
                .withoutLimits()
                .tell(report, "Nothing was written.");
        if (template == null) {
            return ExitCode.CONFIG_HAS_ERRORS.code();
        }
        ComposeResult result = new ComposeResult(template, NextSteps.stackName(template.config(), config.environment));
        return new Delivery(output, report, surroundings)
                .deliver(result.text(), result::told)
                .code();
    }
}
