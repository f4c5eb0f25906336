package io.github.ecsdiscovery.generator.config;

import io.github.ecsdiscovery.generator.diagnostic.Place;
import io.github.ecsdiscovery.generator.diagnostic.Problem;
import io.github.ecsdiscovery.generator.diagnostic.ProblemId;
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
record Setting(int number, String argument) {
    private static final String SOURCE = "--set";

    /** Whether the argument has a path and an equals sign at all. */
    static boolean isWellFormed(String argument) {
        return equals(argument) > 0;
    }

    /** The overlay that it means, or null where its value cannot be read, which is then told. */
    Node.@Nullable Mapping overlay(Consumer<Problem> problems) {
        int equals = equals(argument);
        Node value = value(equals + 1, problems);
        if (value == null) {
            return null;
        }
        List<Step> steps = steps(argument.substring(0, equals));
        for (int i = steps.size() - 1; i >= 0; i--) {
            Step step = steps.get(i);
            int length = Math.max(1, step.length());
            Place place = new Place(SOURCE, number, step.column(), length);
            value = new Node.Mapping(Map.of(step.key(), new Node.Entry(place, value)), place);
        }
        return (Node.Mapping) value;
    }

    private @Nullable Node value(int offset, Consumer<Problem> problems) {
        String text = argument.substring(offset);
        Place place = new Place(
                SOURCE,
                number,
                argument.codePointCount(0, offset) + 1,
                Math.max(1, text.codePointCount(0, text.length())));
        if (!Characters.allowed(text)) {
            problems.accept(new Problem(
                    ProblemId.CONTROL_CHARACTER, place, "the value has a control character", "take it out"));
            return null;
        }
        if (text.isEmpty()) {
            return new Node.Scalar("", false, place);
        }
        List<Problem> found = new ArrayList<>();
        Node node = TreeReader.readAt(new SourceText(SOURCE, text), number, place.column() - 1, found::add);
        boolean block = (node instanceof Node.Mapping && !text.strip().startsWith("{"))
                || (node instanceof Node.Sequence && !text.strip().startsWith("["));
        if (block || found.stream().anyMatch(one -> one.place().line() != number)) {
            problems.accept(new Problem(
                    ProblemId.YAML_SYNTAX,
                    place,
                    "the value is not one YAML value on one line",
                    "put it in single quotes"));
            return null;
        }
        found.forEach(problems);
        return node == null && found.isEmpty() ? new Node.Scalar(text, true, place) : node;
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

    private static List<Step> steps(String path) {
        List<Step> steps = new ArrayList<>();
        StringBuilder key = new StringBuilder();
        boolean quoted = false;
        int start = 0;
        for (int i = 0; i <= path.length(); i++) {
            char c = i == path.length() ? '.' : path.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (c == '.' && (!quoted || i == path.length())) {
                steps.add(new Step(key.toString(), path.codePointCount(0, start) + 1, path.codePointCount(start, i)));
                key.setLength(0);
                start = i + 1;
            } else {
                key.append(c);
            }
        }
        return steps;
    }

    private record Step(String key, int column, int length) {}
}
