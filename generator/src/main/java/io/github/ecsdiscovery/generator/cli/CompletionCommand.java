package io.github.ecsdiscovery.generator.cli;

import io.github.ecsdiscovery.generator.cli.environment.CommandEnvironment;
import io.github.ecsdiscovery.generator.cli.environment.ExitCode;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code completion}: prints a completion script for bash and zsh. */
@Command(
        name = "completion",
        description = "Prints a script for bash and zsh that completes commands, options and file names.",
        footer = {"", "Example:", "  source <(ecs-discovery completion)"})
final class CompletionCommand implements Callable<Integer> {
    private final CommandEnvironment environment;

    @Spec
    private @Nullable CommandSpec spec;

    CompletionCommand(CommandEnvironment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        if (spec == null) {
            throw new IllegalStateException("not part of a command line");
        }
        environment.print(AutoComplete.bash("ecs-discovery", spec.root().commandLine()));
        return ExitCode.DONE.code();
    }
}
