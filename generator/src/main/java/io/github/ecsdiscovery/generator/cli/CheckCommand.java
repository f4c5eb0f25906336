package io.github.ecsdiscovery.generator.cli;

import io.github.ecsdiscovery.generator.cli.environment.CommandEnvironment;
import io.github.ecsdiscovery.generator.cli.environment.ConfigFile;
import io.github.ecsdiscovery.generator.cli.environment.ExitCode;
import io.github.ecsdiscovery.generator.cli.option.DiagnosticOptions;
import io.github.ecsdiscovery.generator.cli.report.Report;
import io.github.ecsdiscovery.generator.compile.ConfigCheck;
import io.github.ecsdiscovery.generator.compile.ConfigChecks;
import io.github.ecsdiscovery.generator.compile.ConfigSource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code check CONFIG...}: all that is wrong with configs, in every environment, and with what they say of each other. */
@Command(
        name = "check",
        description = {
            "Tells all that is wrong with a config, as it is and in every environment. Writes nothing.",
            "Of several configs it also tells what one says wrongly of another's stack, under `platform` and `peers`. A"
                    + " stack is known by its config's name, and the environment's behind it: `shop`, `shop-staging`. Of a"
                    + " stack that none of the configs makes, nothing is told."
        },
        customSynopsis = "ecs-discovery check [OPTIONS] CONFIG...",
        footer = {
            "",
            "Example:",
            "  ecs-discovery check config.yaml --strict --format line",
            "  ecs-discovery check shop/config.yaml reviews/config.yaml"
        })
final class CheckCommand implements Callable<Integer> {
    private final DiagnosticOptions diagnostics;
    private final CommandEnvironment surroundings;

    @Parameters(
            arity = "1..*",
            paramLabel = "CONFIG",
            hideParamSyntax = true,
            description = "The configs; - reads one from standard input.")
    private List<Path> configs = List.of();

    CheckCommand(DiagnosticOptions diagnostics, CommandEnvironment surroundings) {
        this.diagnostics = diagnostics;
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        Map<Path, Path> named = new LinkedHashMap<>();
        configs.forEach(config -> named.putIfAbsent(real(config), config));
        List<ConfigSource> files = named.values().stream()
                .map(config -> ConfigFile.read(config, surroundings))
                .toList();
        ConfigChecks surveys = ConfigChecks.of(files);
        Report report = new Report(diagnostics, surroundings);
        boolean errors = report.tell(surveys.problems(), surveys.lines(), "");
        if (surveys.problems().isEmpty()) {
            surveys.all().forEach(survey -> report.say(praise(survey)));
        }
        return (errors ? ExitCode.CONFIG_HAS_ERRORS : ExitCode.DONE).code();
    }

    /** What a file is called under all its names, so that it is looked at once. */
    private Path real(Path config) {
        try {
            return surroundings.folder().resolve(config).toRealPath();
        } catch (IOException e) {
            // Whoever reads it says why that cannot be.
            return config;
        }
    }

    private static String praise(ConfigCheck survey) {
        String also = survey.environments().isEmpty()
                ? ""
                : ", also with -e " + String.join(" and -e ", survey.environments());
        return "No problems in " + survey.file().name() + also + ".\n";
    }
}
