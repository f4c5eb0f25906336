package io.github.ecsdiscovery.generator.cli;

import io.github.ecsdiscovery.generator.config.ConfigReader;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What is rendered, and where to. */
final class RenderOptions {
    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec spec;

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "CONFIG",
            hideParamSyntax = true,
            description = "The config; - reads it from standard input.")
    private @Nullable Path config;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Write the template to this file, if it changed, and say what to do next.")
    private @Nullable Path output;

    @Option(
            names = {"-e", "--environment"},
            paramLabel = "ENVIRONMENT",
            description = "Merge this one of the config's `environments` first.")
    @Nullable
    String environment;

    @Option(
            names = "--set",
            arity = "1",
            paramLabel = "PATH=VALUE",
            description = "Set a key, such as services.orders.tag=1.4; the value is YAML on one line. May be repeated.")
    List<String> settings = List.of();

    @Option(names = "--compact", description = "Write the same template as JSON without white space.")
    boolean compact;

    @Option(names = "--check", description = "Write nothing; compare with the FILE of -o.")
    boolean check;

    @Option(
            names = "--no-limits",
            description = "Only note that the template is beyond a limit of CloudFormation, for measuring.")
    boolean noLimits;

    Path config() {
        if (config == null) {
            throw usage("there is no CONFIG");
        }
        return config;
    }

    /** The file to write; null for standard output. */
    @Nullable
    Path output() {
        return output;
    }

    /** Refuses what contradicts itself. */
    void check() {
        Path given = config();
        for (String setting : settings) {
            if (!ConfigReader.isSetting(setting)) {
                throw usage("`--set " + setting + "` is not PATH=VALUE");
            }
        }
        if (check && output == null) {
            throw usage("`--check` compares with a file: name it with `-o`");
        }
        if (output != null && output.normalize().equals(given.normalize())) {
            throw usage("`-o " + output + "` would overwrite the config");
        }
    }

    private ParameterException usage(String message) {
        if (spec == null) {
            throw new IllegalStateException("not part of a command");
        }
        CommandLine commandLine = spec.commandLine();
        return new ParameterException(commandLine, message);
    }
}
