package io.github.ecsdiscovery.generator.cli;

import io.github.ecsdiscovery.generator.cli.environment.CommandEnvironment;
import io.github.ecsdiscovery.generator.cli.option.ConfigOptions;
import io.github.ecsdiscovery.generator.cli.option.DiagnosticOptions;
import io.github.ecsdiscovery.generator.cli.option.OutputOptions;
import io.github.ecsdiscovery.generator.cli.option.RenderOptions;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The command lines that are typed every day, {@code [render] CONFIG} with options, read without picocli, which takes a
 * fourth of a run to set up.
 *
 * <p>Whatever is not plain, or wrong, is left to picocli: what this takes, picocli would take for the same.
 */
final class EverydayArguments {
    /** All there are: picocli takes none of them for the value of an option. */
    static final Set<String> COMMANDS =
            Set.of("add", "check", "completion", "compose", "explain", "init", "render", "repositories", "schema");

    private final ConfigOptions config = new ConfigOptions();
    private final RenderOptions options = new RenderOptions();
    private final DiagnosticOptions diagnostics = new DiagnosticOptions();
    private final List<String> settings = new ArrayList<>();

    private EverydayArguments() {}

    /** The rendering that is asked for; null where picocli has to look at the arguments. */
    static @Nullable Rendering rendering(CommandEnvironment surroundings, String... args) {
        EverydayArguments read = of(surroundings.folder(), args);
        return read == null ? null : new Rendering(read.config, read.options, read.diagnostics, surroundings);
    }

    static @Nullable EverydayArguments of(Path folder, String... args) {
        EverydayArguments read = new EverydayArguments();
        Iterator<String> rest = Arrays.asList(args).iterator();
        boolean first = true;
        while (rest.hasNext()) {
            String argument = rest.next();
            if (!(first && argument.equals("render")) && !read.take(argument, rest)) {
                return null;
            }
            first = false;
        }
        read.config.settings = List.copyOf(read.settings);
        return read.options.output.fault(read.config, folder) == null ? read : null;
    }

    ConfigOptions config() {
        return config;
    }

    RenderOptions options() {
        return options;
    }

    DiagnosticOptions diagnostics() {
        return diagnostics;
    }

    /** Takes an argument and its value, unless it is given a second time. */
    private boolean take(String argument, Iterator<String> rest) {
        OutputOptions output = options.output;
        return switch (argument) {
            case "-q", "--quiet" -> !diagnostics.quiet && (diagnostics.quiet = true);
            case "--strict" -> !diagnostics.strict && (diagnostics.strict = true);
            case "--compact" -> !options.compact && (options.compact = true);
            case "--no-limits" -> !options.noLimits && (options.noLimits = true);
            case "--check" -> !output.check && (output.check = true);
            case "-o", "--output" -> output.output == null && (output.output = path(value(rest))) != null;
            case "-e", "--environment" -> config.environment == null && (config.environment = value(rest)) != null;
            case "--set" -> set(value(rest));
            default -> config.config == null && (config.config = config(argument)) != null;
        };
    }

    private boolean set(@Nullable String setting) {
        return setting != null && settings.add(setting);
    }

    private static @Nullable String value(Iterator<String> rest) {
        String value = rest.hasNext() ? rest.next() : "";
        return value.isEmpty() || value.startsWith("-") || COMMANDS.contains(value) ? null : value;
    }

    /** No command has a dot or a slash in its name, and few configs have neither. */
    private static @Nullable Path config(String argument) {
        boolean plain = argument.contains(".") || argument.contains("/");
        return argument.equals("-") || plain && !argument.startsWith("-") ? path(argument) : null;
    }

    private static @Nullable Path path(@Nullable String text) {
        try {
            return text == null ? null : Path.of(text);
        } catch (InvalidPathException e) {
            return null;
        }
    }
}
