package io.github.ecsdiscovery.generator.cli.option;

import io.github.ecsdiscovery.generator.cli.environment.CommandEnvironment;
import io.github.ecsdiscovery.generator.cli.environment.ConfigFile;
import io.github.ecsdiscovery.generator.compile.Compilation;
import io.github.ecsdiscovery.generator.config.ConfigReader;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Which config a template is made from, and what is laid over it. */
public final class ConfigOptions {
    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec spec;

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "CONFIG",
            hideParamSyntax = true,
            description = "The config; - reads it from standard input.")
    @Nullable
    public Path config;

    @Option(
            names = {"-e", "--environment"},
            paramLabel = "ENVIRONMENT",
            description = "Merge this one of the config's `environments` first.")
    @Nullable
    public String environment;

    @Option(
            names = "--set",
            arity = "1",
            paramLabel = "PATH=VALUE",
            description = "Set a key, such as services.orders.tag=1.4; the value is YAML on one line. May be repeated.")
    public List<String> settings = List.of();

    public Path config() {
        if (config == null) {
            throw new IllegalStateException("not checked");
        }
        return config;
    }

    /** Refuses what is no config and no setting. */
    public void check() {
        refuse(fault());
    }

    /** What is no config or no setting; null where there is nothing to say. */
    @Nullable
    String fault() {
        if (config == null) {
            return "there is no CONFIG";
        }
        for (String setting : settings) {
            if (!ConfigReader.isSetting(setting)) {
                return "`--set " + setting + "` is not PATH=VALUE";
            }
        }
        return null;
    }

    /** Reads the config, of which a template is to be made. */
    public Compilation.Request request(CommandEnvironment surroundings, boolean compact, boolean limits) {
        return new Compilation.Request(ConfigFile.read(config(), surroundings), environment, settings, compact, limits);
    }

    /** Throws where there is something to say. */
    void refuse(@Nullable String fault) {
        if (fault != null) {
            throw usage(fault);
        }
    }

    /** What is said where the command line is used wrongly. */
    public ParameterException usage(String message) {
        if (spec == null) {
            throw new IllegalStateException("not part of a command");
        }
        return new ParameterException(spec.commandLine(), message);
    }
}
