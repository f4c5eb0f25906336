package io.github.ecsdiscovery.generator.cli;

import io.github.ecsdiscovery.generator.cli.option.ConfigOptions;
import io.github.ecsdiscovery.generator.diagnostic.Suggestion;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The names of all commands, and the messages about names that are close to them. */
final class CommandNames {
    static final Set<String> ALL =
            Set.of("add", "check", "completion", "compose", "explain", "init", "render", "repositories", "schema");

    /** Names that other tools give to the same commands. */
    private static final Map<String, String> SYNONYMS =
            Map.of("validate", "check", "lint", "check", "generate", "render", "build", "render");

    private CommandNames() {}

    /** Returns the error message for an unknown command, or nothing if no command resembles the word. */
    static Optional<String> unknown(String word) {
        if (ALL.contains(word)) {
            return Optional.empty();
        }
        String synonym = SYNONYMS.get(word);
        Optional<String> command = synonym == null ? Suggestion.nearest(word, ALL) : Optional.of(synonym);
        return command.map(name -> "unknown command `" + word + "`; did you mean `" + name + "`?");
    }

    /**
     * Rejects a CONFIG that resembles a command and does not exist as a file.
     *
     * @param folder the folder that relative paths start from
     * @throws picocli.CommandLine.ParameterException if CONFIG is a mistyped command
     */
    static void rejectMistyped(ConfigOptions options, Path folder) {
        Path config = options.config;
        if (config != null && !Files.exists(folder.resolve(config))) {
            unknown(config.toString()).ifPresent(message -> {
                throw options.usageError(message);
            });
        }
    }
}
