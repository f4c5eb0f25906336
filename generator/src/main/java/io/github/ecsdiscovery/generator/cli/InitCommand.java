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

/** {@code init}: writes a starter config. */
@Command(
        name = "init",
        description = {
            "Prints a commented starter config, or writes it to a new file.",
            "Never overwrites a file: if it exists, the exit code is 3."
        },
        footer = {"", "Example:", "  ecs-discovery init -o config.yaml"})
final class InitCommand implements Callable<Integer> {
    private final DiagnosticOptions diagnostics;
    private final CommandEnvironment environment;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Create this file. Without it, or with -, print to standard output.")
    private @Nullable Path output;

    InitCommand(DiagnosticOptions diagnostics, CommandEnvironment environment) {
        this.diagnostics = diagnostics;
        this.environment = environment;
    }

    @Override
    public Integer call() {
        String starter = JarText.text("starter.yaml");
        if (output == null || ConfigFile.isStandardStream(output)) {
            environment.print(starter);
        } else {
            create(output, starter);
            new Report(diagnostics, environment)
                    .summary("Wrote `" + output + "`. Edit it, then render it with:\n  ecs-discovery "
                            + Shell.quoted(output.toString()) + " -o template.yaml\n");
        }
        return ExitCode.DONE.code();
    }

    private void create(Path file, String text) {
        try {
            if (!new FileOutput(environment.folder().resolve(file)).create(text)) {
                throw new FileFault("`" + file + "` already exists; it was not changed");
            }
        } catch (IOException e) {
            throw new FileFault(String.valueOf(e.getMessage()), e);
        }
    }
}
