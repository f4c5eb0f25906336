package io.github.ecsdiscovery.generator.config.layer;

import io.github.ecsdiscovery.generator.config.yaml.AllowedCharacters;
import io.github.ecsdiscovery.generator.config.yaml.Node;
import io.github.ecsdiscovery.generator.config.yaml.SourceText;
import io.github.ecsdiscovery.generator.config.yaml.YamlProblems;
import io.github.ecsdiscovery.generator.config.yaml.YamlTreeReader;
import io.github.ecsdiscovery.generator.diagnostic.Problem;
import io.github.ecsdiscovery.generator.diagnostic.SourceLocation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One {@code --set}: a path of keys with dots between, and one YAML value. A key that has dots itself stands in double quotes.
 *
 * <pre>
 * services.orders.tag=1.4
 * tags."cost.center"=42
 * services.orders.ingress=[10.0.0.0/8]
 * </pre>
 *
 * @param number its place on the command line, from 1
 */
public record Setting(int number, String argument) {
    private static final String SOURCE = "--set";

    /** Whether the argument has a path and an equals sign at all. */
    public static boolean isWellFormed(String argument) {
        return equals(argument) > 0;
    }

    /** The overlay that it means, or null where its value cannot be read, which is then told. */
    public Node.@Nullable Mapping overlay(Consumer<Problem> problems) {
        if (!AllowedCharacters.allowed(argument)) {
            problems.accept(new Problem(
                    YamlProblems.CONTROL_CHARACTER,
                    place(0, argument),
                    "this has a control character or half of a surrogate pair",
                    "take it out"));
            return null;
        }
        int equals = equals(argument);
        Node value = value(argument.substring(equals + 1), place(equals + 1, argument.substring(equals + 1)), problems);
        List<Step> steps = steps(argument.substring(0, equals));
        for (int i = steps.size() - 1; i >= 0 && value != null; i--) {
            SourceLocation key = steps.get(i).place();
            value = new Node.Mapping(Map.of(steps.get(i).key(), new Node.Entry(key, value)), key);
        }
        return (Node.Mapping) value;
    }

    private @Nullable Node value(String text, SourceLocation place, Consumer<Problem> problems) {
        String start = text.strip();
        if (start.isEmpty() || start.startsWith("#")) {
            return new Node.Scalar(start, false, place);
        }
        if (text.indexOf('\n') >= 0 || text.indexOf('\r') >= 0 || start.startsWith("|") || start.startsWith(">")) {
            return notFlow(place, problems);
        }
        // The space keeps `---` and `...` from ending a document: they do so in the first column alone.
        SourceText line = new SourceText(SOURCE, " " + text);
        Node node = YamlTreeReader.readAt(line, number, place.column() - 2, problems);
        boolean block = (node instanceof Node.Mapping && !start.startsWith("{"))
                || (node instanceof Node.Sequence && !start.startsWith("["));
        return block ? notFlow(place, problems) : node;
    }

    private static @Nullable Node notFlow(SourceLocation place, Consumer<Problem> problems) {
        problems.accept(new Problem(
                YamlProblems.YAML_SYNTAX, place, "the value is not one YAML value on one line", "put it in quotes"));
        return null;
    }

    private SourceLocation place(int offset, String text) {
        int length = Math.max(1, text.codePointCount(0, text.length()));
        return new SourceLocation(SOURCE, number, argument.codePointCount(0, offset) + 1, length);
    }

    private static int equals(String argument) {
        boolean quoted = false;
        for (int i = 0; i < argument.length(); i++) {
            char c = argument.charAt(i);
            quoted ^= c == '"';
            if (c == '=' && !quoted) {
                return i;
            }
        }
        return -1;
    }

    private List<Step> steps(String path) {
        List<Step> steps = new ArrayList<>();
        StringBuilder key = new StringBuilder();
        boolean quoted = false;
        int start = 0;
        for (int i = 0; i <= path.length(); i++) {
            char c = i == path.length() ? '.' : path.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (c == '.' && !quoted) {
                steps.add(new Step(key.toString(), place(start, path.substring(start, i))));
                key.setLength(0);
                start = i + 1;
            } else {
                key.append(c);
            }
        }
        return steps;
    }

    private record Step(String key, SourceLocation place) {}
}
