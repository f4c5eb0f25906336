package io.github.ecsdiscovery.generator.cli.option;

import io.github.ecsdiscovery.generator.cli.environment.CommandEnvironment;
import io.github.ecsdiscovery.generator.cli.environment.ConfigFile;
import io.github.ecsdiscovery.generator.compile.Compilation;
import io.github.ecsdiscovery.generator.compile.ConfigSource;
import io.github.ecsdiscovery.generator.config.ConfigReader;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The config to compile, and the environment and settings to merge into it. */
public final class ConfigOptions {
    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec spec;

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "CONFIG",
            hideParamSyntax = true,
            description = "The config file; - reads standard input.")
    @Nullable
    public Path config;

    @Option(
            names = {"-e", "--environment"},
            paramLabel = "ENVIRONMENT",
            description = "Merge this entry of the config's `environments`.")
    @Nullable
    public String environment;

    @Option(
            names = "--set",
            arity = "1",
            paramLabel = "PATH=VALUE",
            description = "Set a key, such as services.orders.tag=1.4; VALUE is YAML on one line. Can be repeated.")
    public List<String> settings = List.of();

    public Path config() {
        if (config == null) {
            throw new IllegalStateException("not checked");
        }
        return config;
    }

    /**
     * Validates CONFIG and the settings.
     *
     * @throws ParameterException if CONFIG is missing or a setting is not PATH=VALUE
     */
    public void check() {
        throwIfPresent(error());
    }

    /** Returns the error in CONFIG or the settings, or null. */
    @Nullable
    String error() {
        if (config == null) {
            return "CONFIG is missing";
        }
        for (String setting : settings) {
            if (!ConfigReader.isSetting(setting)) {
                return "`--set " + setting + "` does not have the form PATH=VALUE";
            }
        }
        return null;
    }

    /** Reads the config and returns a request to compile it with the environment and the settings. */
    public Compilation.Request request(CommandEnvironment commandEnvironment) {
        ConfigSource source = ConfigFile.read(config(), commandEnvironment);
        return Compilation.Request.of(source, environment).withSettings(settings);
    }

    void throwIfPresent(@Nullable String error) {
        if (error != null) {
            throw usageError(error);
        }
    }

    /** Returns an exception that reports an invalid command line. */
    public ParameterException usageError(String message) {
        if (spec == null) {
            throw new IllegalStateException("not part of a command");
        }
        return new ParameterException(spec.commandLine(), message);
    }
}
