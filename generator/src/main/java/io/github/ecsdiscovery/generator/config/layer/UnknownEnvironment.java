package io.github.ecsdiscovery.generator.config.layer;

import io.github.ecsdiscovery.generator.diagnostic.Suggestion;
import java.util.List;

/** The environment that was asked for is none of the config's. The message is for the user. */
public final class UnknownEnvironment extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UnknownEnvironment(String name, List<String> known) {
        super("the config has no environment `" + name + "`" + hint(name, known));
    }

    private static String hint(String name, List<String> known) {
        if (known.isEmpty()) {
            return "; it has no `environments` at all";
        }
        return Suggestion.hint(name, known)
                .map(text -> "; " + text)
                .orElse("; it has "
                        + String.join(
                                ", ", known.stream().map(one -> "`" + one + "`").toList()));
    }
}
