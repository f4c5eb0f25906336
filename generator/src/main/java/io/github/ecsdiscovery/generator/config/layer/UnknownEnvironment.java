package io.github.ecsdiscovery.generator.config.layer;

import io.github.ecsdiscovery.generator.diagnostic.Suggestion;
import java.util.List;

/** Thrown if the config does not have the requested environment. The message is for the user. */
public final class UnknownEnvironment extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UnknownEnvironment(String name, List<String> known) {
        super("the config has no environment `" + name + "`" + hint(name, known));
    }

    private static String hint(String name, List<String> known) {
        if (known.isEmpty()) {
            return "; it has no `environments`";
        }
        return Suggestion.hint(name, known)
                .map(text -> "; " + text)
                .orElse("; its environments are "
                        + String.join(
                                ", ",
                                known.stream()
                                        .map(environment -> "`" + environment + "`")
                                        .toList()));
    }
}
