package io.github.ecsdiscovery.generator.config;

import io.github.ecsdiscovery.generator.config.yaml.YamlProblems;
import io.github.ecsdiscovery.generator.diagnostic.Finding;
import io.github.ecsdiscovery.generator.diagnostic.JsonText;
import io.github.ecsdiscovery.generator.diagnostic.Path;
import io.github.ecsdiscovery.generator.diagnostic.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A service that is to be put into a config.
 *
 * <pre>
 * orders:
 *   port: 8080
 *   calls: [payments]
 * </pre>
 *
 * @param port as a config has it, or null
 */
public record NewService(String name, @Nullable String port, List<String> calls) {
    private static final String PLAIN_NAME = "[A-Za-z][A-Za-z0-9-]*";
    private static final String PLAIN_PORT = "[0-9]+(/[a-z]+)?";

    public NewService {
        calls = List.copyOf(calls);
    }

    /** What is wrong where a config has a service of this name. */
    public Optional<Problem> taken(ConfigReadResult reading) {
        Finding taken = Finding.of(
                        YamlProblems.DUPLICATE_KEY,
                        Path.of("services", name),
                        "`" + name + "` is a service of this config already")
                .atKey()
                .hint("choose another name, or change the service that is there");
        return reading.isWritten(taken.path())
                ? Optional.of(new Problem(taken.id(), reading.place(taken), taken.message(), taken.hint()))
                : Optional.empty();
    }

    /** The service on one line, as it may stand between braces too. */
    public String flow() {
        return key() + ": {" + String.join(", ", keys()) + "}";
    }

    /** The service on lines of its own, the first without indentation. */
    List<String> block(int step) {
        if (keys().isEmpty()) {
            return List.of(flow());
        }
        List<String> lines = new ArrayList<>(List.of(key() + ":"));
        keys().forEach(key -> lines.add(" ".repeat(step) + key));
        return lines;
    }

    private String key() {
        return scalar(name, PLAIN_NAME);
    }

    private List<String> keys() {
        List<String> keys = new ArrayList<>();
        if (port != null) {
            keys.add("port: " + scalar(port, PLAIN_PORT));
        }
        if (!calls.isEmpty()) {
            keys.add(calls.stream()
                    .map(call -> scalar(call, PLAIN_NAME + "(:" + PLAIN_NAME + ")?"))
                    .collect(Collectors.joining(", ", "calls: [", "]")));
        }
        return keys;
    }

    /** What is no name gets quotes, so that it is told as what it is, and never read as more. */
    private static String scalar(String text, String plain) {
        return text.matches(plain) ? text : JsonText.quoted(text);
    }
}
