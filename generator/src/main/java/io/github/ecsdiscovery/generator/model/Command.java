package io.github.ecsdiscovery.generator.model;

import java.util.List;

/**
 * What a health check runs: a list is run as it is, a text by the image's shell.
 *
 * <pre>
 * command: [/bin/probe, "8080"]
 * command: curl -fs http://localhost:8080/health || exit 1
 * </pre>
 *
 * @param words of a list, or the one text
 */
public record Command(boolean shell, List<String> words) {
    public Command {
        words = List.copyOf(words);
    }

    @Form
    public static Command of(List<String> words) {
        if (words.isEmpty()) {
            throw new Malformed("at least one word");
        }
        return new Command(false, words);
    }

    @Form
    public static Command of(String text) {
        if (text.isBlank()) {
            throw new Malformed("a command");
        }
        return new Command(true, List.of(text));
    }
}
