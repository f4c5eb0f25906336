package io.github.ecsdiscovery.generator.cli;

import io.github.ecsdiscovery.generator.cli.environment.CommandEnvironment;
import io.github.ecsdiscovery.generator.cli.environment.ExitCode;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code completion}: the script by which bash and zsh complete commands, options and files. */
@Command(
        name = "completion",
        description = "Prints a script by which bash and zsh complete commands, options and file names.",
        footer = {"", "Example:", "  source <(ecs-discovery completion)"})
final class CompletionCommand implements Callable<Integer> {
    private final CommandEnvironment surroundings;

    @Spec
    private @Nullable CommandSpec spec;

    CompletionCommand(CommandEnvironment surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        if (spec == null) {
            throw new IllegalStateException("not part of a command line");
        }
        surroundings.print(AutoComplete.bash("ecs-discovery", spec.root().commandLine()));
        return ExitCode.DONE.code();
    }
}
