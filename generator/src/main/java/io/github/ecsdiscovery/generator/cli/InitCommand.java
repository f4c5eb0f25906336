package io.github.ecsdiscovery.generator.cli;

import io.github.ecsdiscovery.generator.cli.environment.CommandEnvironment;
import io.github.ecsdiscovery.generator.cli.environment.ConfigFile;
import io.github.ecsdiscovery.generator.cli.environment.ExitCode;
import io.github.ecsdiscovery.generator.cli.environment.FileFault;
import io.github.ecsdiscovery.generator.cli.environment.JarText;
import io.github.ecsdiscovery.generator.cli.environment.Shell;
import io.github.ecsdiscovery.generator.cli.option.DiagnosticOptions;
import io.github.ecsdiscovery.generator.cli.report.Report;
import io.github.ecsdiscovery.generator.output.FileOutput;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code init}: a config to start from. */
@Command(
        name = "init",
        description =
                "Prints a commented config to start from, or writes it to a file that is not there yet; where it is,"
                        + " the command ends with 3.",
        footer = {"", "Example:", "  ecs-discovery init -o config.yaml"})
final class InitCommand implements Callable<Integer> {
    private final DiagnosticOptions diagnostics;
    private final CommandEnvironment surroundings;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Make this file; - is standard output, as without it.")
    private @Nullable Path output;

    InitCommand(DiagnosticOptions diagnostics, CommandEnvironment surroundings) {
        this.diagnostics = diagnostics;
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        String starter = JarText.text("starter.yaml");
        if (output == null || ConfigFile.isStandardStream(output)) {
            surroundings.print(starter);
        } else {
            create(output, starter);
            new Report(diagnostics, surroundings)
                    .say("`" + output + "` was written; `ecs-discovery " + Shell.quoted(output.toString())
                            + " -o template.yaml` renders it.\n");
        }
        return ExitCode.DONE.code();
    }

    private void create(Path file, String text) {
        try {
            if (!new FileOutput(surroundings.folder().resolve(file)).create(text)) {
                throw new FileFault("`" + file + "` is there already, and is left as it is", null);
            }
        } catch (IOException e) {
            throw new FileFault(String.valueOf(e.getMessage()), e);
        }
    }
}
