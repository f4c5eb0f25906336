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
 * A service to insert into a config.
 *
 * <pre>
 * orders:
 *   port: 8080
 *   calls: [payments]
 * </pre>
 *
 * @param port the port with an optional protocol, as in a config, or null
 */
public record NewService(String name, @Nullable String port, List<String> calls) {
    private static final String PLAIN_NAME = "[A-Za-z][A-Za-z0-9-]*";
    private static final String PLAIN_PORT = "[0-9]+(/[a-z]+)?";

    public NewService {
        calls = List.copyOf(calls);
    }

    /** Returns a problem if the config already has a service of this name. */
    public Optional<Problem> duplicate(ConfigReadResult reading) {
        Finding duplicate = Finding.of(
                        YamlProblems.DUPLICATE_KEY,
                        Path.of("services", name),
                        "the config already has a service `" + name + "`")
                .atKey()
                .hint("choose another name or edit the existing service");
        return reading.isWritten(duplicate.path())
                ? Optional.of(
                        new Problem(duplicate.id(), reading.location(duplicate), duplicate.message(), duplicate.hint()))
                : Optional.empty();
    }

    /** Returns the service as one line of YAML in flow style. */
    public String flow() {
        return key() + ": {" + String.join(", ", keys()) + "}";
    }

    /** Returns the service as lines of YAML in block style, the first one without indentation. */
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

    /** Quotes a text that is not a plain name, so that YAML reads it as one text and messages show it unchanged. */
    private static String scalar(String text, String plain) {
        return text.matches(plain) ? text : JsonText.quoted(text);
    }
}
