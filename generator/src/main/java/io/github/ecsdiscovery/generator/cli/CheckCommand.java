package io.github.ecsdiscovery.generator.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code check CONFIG}: all that is wrong with a config, in every environment. */
@Command(
        name = "check",
        description = "Tells all that is wrong with a config, as it is and in every environment. Writes nothing.",
        footer = {"", "Example:", "  ecs-discovery check config.yaml --strict --format line"})
final class CheckCommand implements Callable<Integer> {
    private final DiagnosticOptions diagnostics;
    private final Surroundings surroundings;

    @Parameters(
            paramLabel = "CONFIG",
            hideParamSyntax = true,
            description = "The config; - reads it from standard input.")
    private Path config = Path.of("");

    CheckCommand(DiagnosticOptions diagnostics, Surroundings surroundings) {
        this.diagnostics = diagnostics;
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        ConfigFile file = ConfigFile.read(config, surroundings);
        Survey survey = Survey.of(file);
        Report report = new Report(diagnostics, surroundings);
        boolean errors = report.tell(survey.problems(), survey.lines(), "");
        if (survey.problems().isEmpty()) {
            String also = survey.environments().isEmpty()
                    ? ""
                    : ", also with -e " + String.join(" and -e ", survey.environments());
            report.say("No problems in " + file.name() + also + ".\n");
        }
        return (errors ? ExitCode.CONFIG_HAS_ERRORS : ExitCode.DONE).code();
    }
}
