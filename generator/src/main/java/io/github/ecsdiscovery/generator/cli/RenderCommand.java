package io.github.ecsdiscovery.generator.cli;

import io.github.ecsdiscovery.generator.cli.environment.CommandEnvironment;
import io.github.ecsdiscovery.generator.cli.option.ConfigOptions;
import io.github.ecsdiscovery.generator.cli.option.DiagnosticOptions;
import io.github.ecsdiscovery.generator.cli.option.RenderOptions;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code render CONFIG}: renders the template. */
@Command(
        name = "render",
        description = "Renders a config as a CloudFormation template, to standard output or to a file.",
        footer = {"", "Example:", "  ecs-discovery render config.yaml -o template.yaml -e staging --set tag=1.4"})
final class RenderCommand implements Callable<Integer> {
    private final DiagnosticOptions diagnostics;
    private final CommandEnvironment environment;

    @Mixin
    final ConfigOptions config = new ConfigOptions();

    @Mixin
    final RenderOptions options = new RenderOptions();

    RenderCommand(DiagnosticOptions diagnostics, CommandEnvironment environment) {
        this.diagnostics = diagnostics;
        this.environment = environment;
    }

    @Override
    public Integer call() {
        return new Rendering(config, options, diagnostics, environment).run().code();
    }
}
