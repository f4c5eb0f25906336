package io.github.ecsdiscovery.generator.cli;

import io.github.ecsdiscovery.generator.cli.environment.CommandEnvironment;
import io.github.ecsdiscovery.generator.cli.option.ConfigOptions;
import io.github.ecsdiscovery.generator.cli.option.DiagnosticOptions;
import io.github.ecsdiscovery.generator.cli.option.RenderOptions;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Renders a config if the command line names no command. */
@Command(
        name = "ecs-discovery",
        description =
                "Renders a short config as one CloudFormation template: a VPC, a Cloud Map namespace and ECS Fargate"
                        + " services that find each other by DNS name.",
        customSynopsis = {"ecs-discovery [OPTIONS] CONFIG", "       ecs-discovery COMMAND [OPTIONS] …"},
        footer = {"", "Example:", "  ecs-discovery init -o config.yaml", "  ecs-discovery config.yaml -o template.yaml"
        })
final class DefaultCommand implements Callable<Integer> {
    private final CommandEnvironment environment;

    /** The options of every command. */
    @Mixin
    final DiagnosticOptions diagnostics = new DiagnosticOptions();

    @Mixin
    final ConfigOptions config = new ConfigOptions();

    @Mixin
    final RenderOptions options = new RenderOptions();

    DefaultCommand(CommandEnvironment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        CommandNames.rejectMistyped(config, environment.folder());
        return new Rendering(config, options, diagnostics, environment).run().code();
    }
}
