package io.github.ecsdiscovery.generator.model.service;

import io.github.ecsdiscovery.generator.model.schema.Form;
import io.github.ecsdiscovery.generator.model.schema.Format;
import java.util.List;

/**
 * The command of a health check. A list runs as written, a text runs in the image's shell.
 *
 * <pre>
 * command: [/bin/probe, "8080"]
 * command: curl -fs http://localhost:8080/health || exit 1
 * </pre>
 *
 * @param shell whether the command runs in the shell
 * @param words the entries of the list, or only the text
 */
public record Command(boolean shell, List<String> words) {
    public Command {
        words = List.copyOf(words);
    }

    @Form(minEntries = 1)
    public static Command of(List<String> words) {
        return new Command(false, words);
    }

    @Form(format = Format.COMMAND)
    public static Command of(String text) {
        return new Command(true, List.of(text));
    }
}
