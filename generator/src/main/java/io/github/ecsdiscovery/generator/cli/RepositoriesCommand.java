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
import io.github.ecsdiscovery.generator.compile.RenderedTemplate;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code repositories CONFIG}: renders the template of the ECR repositories that images are pushed to. */
@Command(
        name = "repositories",
        description = {
            "Renders a template with the ECR repositories of a config.",
            "The template has a repository for each image in the account's own registry. Deploy it as a separate stack"
                    + " before you push images."
        },
        footer = {"", "Example:", "  ecs-discovery repositories config.yaml -o repositories.yaml"})
final class RepositoriesCommand implements Callable<Integer> {
    private final DiagnosticOptions diagnostics;
    private final CommandEnvironment environment;

    @Mixin
    private final ConfigOptions config = new ConfigOptions();

    @Mixin
    private final OutputOptions output = new OutputOptions();

    RepositoriesCommand(DiagnosticOptions diagnostics, CommandEnvironment environment) {
        this.diagnostics = diagnostics;
        this.environment = environment;
    }

    @Override
    public Integer call() {
        output.check(config, environment);
        Report report = new Report(diagnostics, environment);
        Compilation compilation = Compilation.of(config.request(environment).ignoringLimits())
                .withoutLimits()
                .with(RepositoriesResult::check);
        RenderedTemplate template = report.template(compilation, "Nothing was written.");
        if (template == null) {
            return ExitCode.CONFIG_HAS_ERRORS.code();
        }
        RepositoriesResult result = new RepositoriesResult(template.config());
        return new OutputWriter(output, report, environment)
                .write(result.text(), result::summary)
                .code();
    }
}
