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

/** {@code add CONFIG SERVICE}: a service more, and no other byte touched. */
@Command(
        name = "add",
        description =
                "Puts a service into a config and touches nothing else in it. What comes of it is checked before it"
                        + " is written. Where the services stand between braces, it prints what to paste, and ends with 3.",
        footer = {
            "",
            "Example:",
            "  ecs-discovery add config.yaml payments --port 8080 --calls orders --calls ledger:admin"
        })
final class AddCommand implements Callable<Integer> {
    private static final String NOTHING_WRITTEN = "Nothing was written.";

    private final DiagnosticOptions diagnostics;
    private final CommandEnvironment surroundings;

    @Parameters(
            index = "0",
            paramLabel = "CONFIG",
            hideParamSyntax = true,
            description = "The config; with - it is read from standard input, and printed with the service.")
    private Path config = Path.of("");

    @Parameters(index = "1", paramLabel = "SERVICE", hideParamSyntax = true, description = "The new service's name.")
    private String service = "";

    @Option(names = "--port", paramLabel = "PORT", description = "Its port, such as 8080, 6379/tcp or 50051/grpc.")
    private @Nullable String port;

    @Option(
            names = "--calls",
            arity = "1",
            split = ",",
            paramLabel = "SERVICE",
            description = "A service that it calls, or SERVICE:PORT. May be repeated.")
    private List<String> calls = new ArrayList<>();

    AddCommand(DiagnosticOptions diagnostics, CommandEnvironment surroundings) {
        this.diagnostics = diagnostics;
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        return add(ConfigFile.read(config, surroundings), new NewService(service, port, calls))
                .code();
    }

    private ExitCode add(ConfigSource file, NewService added) {
        Report report = new Report(diagnostics, surroundings);
        ConfigReadResult reading = ConfigReader.read(file.name(), file.bytes(), null, List.of());
        Optional<Problem> taken = added.duplicate(reading);
        if (taken.isPresent()) {
            SourceLines lines = Compilation.lines(Compilation.Request.of(file, null), reading);
            report.tell(List.of(taken.get()), lines, NOTHING_WRITTEN);
            return ExitCode.CONFIG_HAS_ERRORS;
        }
        Optional<String> changed = reading.config()
                .flatMap(readable -> ServiceInsertion.into(new String(file.bytes(), StandardCharsets.UTF_8), added));
        ConfigCheck survey = ConfigCheck.of(changed.map(file::with).orElse(file));
        if (report.tell(survey.problems(), survey.lines(), NOTHING_WRITTEN)) {
            return ExitCode.CONFIG_HAS_ERRORS;
        }
        if (changed.isEmpty()) {
            report.explain("There is no line of `" + file.name() + "` to put `" + service
                    + "` on without touching others. Paste this under `services`:\n");
            surroundings.print(added.flow() + "\n");
            return ExitCode.FILE;
        }
        if (ConfigFile.isStandardStream(config)) {
            surroundings.print(changed.get());
            return ExitCode.DONE;
        }
        write(changed.get());
        report.say("`" + service + "` is in `" + file.name() + "`; `ecs-discovery " + Shell.quoted(file.name())
                + " -o template.yaml` renders it.\n");
        return ExitCode.DONE;
    }

    private void write(String text) {
        try {
            new FileOutput(surroundings.folder().resolve(config)).write(text);
        } catch (IOException e) {
            throw new FileFault(String.valueOf(e.getMessage()), e);
        }
    }
}
