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

/** {@code check CONFIG...}: checks configs in every environment, and their references to each other. */
@Command(
        name = "check",
        description = {
            "Checks configs in every environment. Writes nothing.",
            "With several configs, also checks that the `platform` and `peers` of each config match the other stacks."
                    + " The name of a stack is the `name` of its config, followed by the environment: `shop`,"
                    + " `shop-staging`. References to stacks of configs that are not given are not checked."
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
    private final CommandEnvironment environment;

    @Parameters(
            arity = "1..*",
            paramLabel = "CONFIG",
            hideParamSyntax = true,
            description = "The config files; - reads one from standard input.")
    private List<Path> configs = List.of();

    CheckCommand(DiagnosticOptions diagnostics, CommandEnvironment environment) {
        this.diagnostics = diagnostics;
        this.environment = environment;
    }

    @Override
    public Integer call() {
        Map<Path, Path> byRealPath = new LinkedHashMap<>();
        configs.forEach(config -> byRealPath.putIfAbsent(realPath(config), config));
        List<ConfigSource> files = byRealPath.values().stream()
                .map(config -> ConfigFile.read(config, environment))
                .toList();
        ConfigChecks checks = ConfigChecks.of(files);
        Report report = new Report(diagnostics, environment);
        boolean errors = report.problems(checks.problems(), checks.lines(), "");
        if (checks.problems().isEmpty()) {
            checks.all().forEach(check -> report.summary(noProblems(check)));
        }
        return (errors ? ExitCode.CONFIG_HAS_ERRORS : ExitCode.DONE).code();
    }

    /** Returns the same path for all names of a file, so that each file is checked once. */
    private Path realPath(Path config) {
        try {
            return environment.folder().resolve(config).toRealPath();
        } catch (IOException e) {
            // Reading the file reports the reason.
            return config;
        }
    }

    private static String noProblems(ConfigCheck check) {
        String environments = check.environments().isEmpty()
                ? ""
                : " (also checked with -e " + String.join(", -e ", check.environments()) + ")";
        return "No problems in " + check.file().name() + environments + ".\n";
    }
}
