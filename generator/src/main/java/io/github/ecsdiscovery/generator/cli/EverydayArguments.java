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
import org.jspecify.annotations.Nullable;

/**
 * A fast parser for the most frequent command line, {@code [render] CONFIG} with options. It avoids picocli, because
 * setting up picocli takes a quarter of a run.
 *
 * <p>All other command lines, and all invalid ones, are left to picocli. Whatever this class accepts, picocli parses to the
 * same values.
 */
final class EverydayArguments {

    private final ConfigOptions config = new ConfigOptions();
    private final RenderOptions options = new RenderOptions();
    private final DiagnosticOptions diagnostics = new DiagnosticOptions();
    private final List<String> settings = new ArrayList<>();

    private EverydayArguments() {}

    /** Returns the requested rendering, or null if picocli has to parse the arguments. */
    static @Nullable Rendering rendering(CommandEnvironment environment, String... args) {
        EverydayArguments parsed = parse(environment.folder(), args);
        return parsed == null ? null : new Rendering(parsed.config, parsed.options, parsed.diagnostics, environment);
    }

    /** Returns the parsed arguments, or null if picocli has to parse them. */
    static @Nullable EverydayArguments parse(Path folder, String... args) {
        EverydayArguments parsed = new EverydayArguments();
        Iterator<String> rest = Arrays.asList(args).iterator();
        boolean first = true;
        while (rest.hasNext()) {
            String argument = rest.next();
            if (!(first && argument.equals("render")) && !parsed.accept(argument, rest)) {
                return null;
            }
            first = false;
        }
        parsed.config.settings = List.copyOf(parsed.settings);
        return parsed.options.output.error(parsed.config, folder) == null ? parsed : null;
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

    /** Stores an argument and its value. Returns false for an unknown, invalid or repeated argument. */
    private boolean accept(String argument, Iterator<String> rest) {
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
        return value.isEmpty() || value.startsWith("-") || CommandNames.ALL.contains(value) ? null : value;
    }

    /** Accepts paths with a dot or a slash only, because a command's name has neither. */
    private static @Nullable Path config(String argument) {
        boolean isPath = argument.contains(".") || argument.contains("/");
        return argument.equals("-") || isPath && !argument.startsWith("-") ? path(argument) : null;
    }

    private static @Nullable Path path(@Nullable String text) {
        try {
            return text == null ? null : Path.of(text);
        } catch (InvalidPathException e) {
            return null;
        }
    }
}
