package io.github.ecsdiscovery.generator.cli;

import io.github.ecsdiscovery.generator.cli.environment.CommandEnvironment;
import io.github.ecsdiscovery.generator.cli.environment.ConfigFile;
import io.github.ecsdiscovery.generator.cli.environment.ExitCode;
import io.github.ecsdiscovery.generator.cli.environment.FileFault;
import io.github.ecsdiscovery.generator.cli.environment.Shell;
import io.github.ecsdiscovery.generator.cli.option.DiagnosticOptions;
import io.github.ecsdiscovery.generator.cli.report.Report;
import io.github.ecsdiscovery.generator.compile.Compilation;
import io.github.ecsdiscovery.generator.compile.ConfigCheck;
import io.github.ecsdiscovery.generator.compile.ConfigSource;
import io.github.ecsdiscovery.generator.config.ConfigReadResult;
import io.github.ecsdiscovery.generator.config.ConfigReader;
import io.github.ecsdiscovery.generator.config.NewService;
import io.github.ecsdiscovery.generator.config.ServiceInsertion;
import io.github.ecsdiscovery.generator.diagnostic.Problem;
import io.github.ecsdiscovery.generator.diagnostic.SourceLines;
import io.github.ecsdiscovery.generator.output.FileOutput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code add CONFIG SERVICE}: adds a service to a config and changes no other byte. */
@Command(
        name = "add",
        description = {
            "Adds a service to a config and changes no other line.",
            "Checks the result before writing it. If `services` is written in braces, prints the text to paste, and the"
                    + " exit code is 3."
        },
        footer = {
            "",
            "Example:",
            "  ecs-discovery add config.yaml payments --port 8080 --calls orders --calls ledger:admin"
        })
final class AddCommand implements Callable<Integer> {
    private static final String NOTHING_WRITTEN = "Nothing was written.";

    private final DiagnosticOptions diagnostics;
    private final CommandEnvironment environment;

    @Parameters(
            index = "0",
            paramLabel = "CONFIG",
            hideParamSyntax = true,
            description = "The config file; - reads standard input and prints the changed config.")
    private Path config = Path.of("");

    @Parameters(
            index = "1",
            paramLabel = "SERVICE",
            hideParamSyntax = true,
            description = "The name of the new service.")
    private String service = "";

    @Option(names = "--port", paramLabel = "PORT", description = "The port, such as 8080, 6379/tcp or 50051/grpc.")
    private @Nullable String port;

    @Option(
            names = "--calls",
            arity = "1",
            split = ",",
            paramLabel = "SERVICE",
            description = "A service that the new service calls, or SERVICE:PORT. Can be repeated.")
    private List<String> calls = new ArrayList<>();

    AddCommand(DiagnosticOptions diagnostics, CommandEnvironment environment) {
        this.diagnostics = diagnostics;
        this.environment = environment;
    }

    @Override
    public Integer call() {
        return add(ConfigFile.read(config, environment), new NewService(service, port, calls))
                .code();
    }

    private ExitCode add(ConfigSource file, NewService added) {
        Report report = new Report(diagnostics, environment);
        ConfigReadResult readResult = ConfigReader.read(file.name(), file.bytes(), null, List.of());
        Optional<Problem> nameTaken = added.duplicate(readResult);
        if (nameTaken.isPresent()) {
            SourceLines lines = Compilation.lines(Compilation.Request.of(file), readResult);
            report.problems(List.of(nameTaken.get()), lines, NOTHING_WRITTEN);
            return ExitCode.CONFIG_HAS_ERRORS;
        }
        Optional<String> changed = readResult
                .config()
                .flatMap(readable -> ServiceInsertion.into(new String(file.bytes(), StandardCharsets.UTF_8), added));
        ConfigCheck check = ConfigCheck.of(changed.map(file::with).orElse(file));
        if (report.problems(check.problems(), check.lines(), NOTHING_WRITTEN)) {
            return ExitCode.CONFIG_HAS_ERRORS;
        }
        if (changed.isEmpty()) {
            report.failure("`" + service + "` cannot be added to `" + file.name()
                    + "` without changing other lines. Paste this under `services`:\n");
            environment.print(added.flow() + "\n");
            return ExitCode.FILE;
        }
        if (ConfigFile.isStandardStream(config)) {
            environment.print(changed.get());
            return ExitCode.DONE;
        }
        write(changed.get());
        report.summary("Added `" + service + "` to `" + file.name() + "`. Render it with:\n  ecs-discovery "
                + Shell.quoted(file.name()) + " -o template.yaml\n");
        return ExitCode.DONE;
    }

    private void write(String text) {
        try {
            new FileOutput(environment.folder().resolve(config)).write(text);
        } catch (IOException e) {
            throw new FileFault(String.valueOf(e.getMessage()), e);
        }
    }
}
