package io.github.ecsdiscovery.generator.cli;

import io.github.ecsdiscovery.generator.cli.environment.CommandEnvironment;
import io.github.ecsdiscovery.generator.cli.environment.ExitCode;
import io.github.ecsdiscovery.generator.cli.option.ConfigOptions;
import io.github.ecsdiscovery.generator.cli.option.DiagnosticOptions;
import io.github.ecsdiscovery.generator.cli.option.OutputOptions;
import io.github.ecsdiscovery.generator.cli.report.OutputWriter;
import io.github.ecsdiscovery.generator.cli.report.Report;
import io.github.ecsdiscovery.generator.cli.report.RepositoriesResult;
import io.github.ecsdiscovery.generator.compile.Compilation;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code repositories CONFIG}: what has to be there before images can be pushed. */
@Command(
        name = "repositories",
        description =
                "Renders a small CloudFormation template with the ECR repositories of the config's images, those of the"
                        + " account's own registry. It is a stack of its own, deployed before the images are pushed.",
        footer = {"", "Example:", "  ecs-discovery repositories config.yaml -o repositories.yaml"})
final class RepositoriesCommand implements Callable<Integer> {
    private final DiagnosticOptions diagnostics;
    private final CommandEnvironment surroundings;

    @Mixin
    private final ConfigOptions config = new ConfigOptions();

    @Mixin
    private final OutputOptions output = new OutputOptions();

    RepositoriesCommand(DiagnosticOptions diagnostics, CommandEnvironment surroundings) {
        this.diagnostics = diagnostics;
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        output.check(config, surroundings);
        Report report = new Report(diagnostics, surroundings);
        Compilation compilation = Compilation.of(config.request(surroundings, false, false))
                .withoutLimits()
                .with(RepositoriesResult::check);
        Compilation.Template template = report.tell(compilation, "Nothing was written.");
        if (template == null) {
            return ExitCode.CONFIG_HAS_ERRORS.code();
        }
        RepositoriesResult result = new RepositoriesResult(template.config());
        return new OutputWriter(output, report, surroundings)
                .deliver(result.text(), result::told)
                .code();
    }
}
