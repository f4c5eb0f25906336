package io.github.ecsdiscovery.generator.model.service;

import io.github.ecsdiscovery.generator.model.schema.Form;
import io.github.ecsdiscovery.generator.model.schema.Format;
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

    @Form(least = 1)
    public static Command of(List<String> words) {
        return new Command(false, words);
    }

    @Form(format = Format.COMMAND)
    public static Command of(String text) {
        return new Command(true, List.of(text));
    }
}
