package io.github.ecsdiscovery.generator.config.yaml;

import io.github.ecsdiscovery.generator.diagnostic.SourceLocation;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A YAML value with its source location. */
public sealed interface Node {
    /** The number of code points of a text that a message shows. */
    int MAX_SHOWN = 60;

    SourceLocation location();

    /** Returns the kind of value for messages, such as {@code a list}. */
    String kind();

    /**
     * A text, number or boolean. Its key decides which of them it is.
     *
     * @param plain whether it was written without quotes
     */
    record Scalar(String text, boolean plain, SourceLocation location) implements Node {
        @Override
        public String kind() {
            return text.isEmpty() ? "an empty text" : "the text `" + shown() + "`";
        }

        /** Returns the text as messages show it: on one line and shortened. */
        public String shown() {
            return Node.shown(text);
        }
    }

    /** An empty value, as in {@code key:} or {@code key: null}. */
    record Empty(SourceLocation location) implements Node {
        @Override
        public String kind() {
            return "empty";
        }
    }

    /** A value that was reported as unreadable, such as an alias. */
    record Unreadable(SourceLocation location) implements Node {
        @Override
        public String kind() {
            return "unreadable";
        }
    }

    /** A list. */
    record Sequence(List<Node> items, SourceLocation location) implements Node {
        public Sequence {
            items = List.copyOf(items);
        }

        @Override
        public String kind() {
            return "a list";
        }
    }

    /** A map, in the order of the file. */
    record Mapping(Map<String, Entry> entries, SourceLocation location) implements Node {
        public Mapping {
            entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
        }

        @Override
        public String kind() {
            return "a map";
        }

        public static Mapping empty(SourceLocation location) {
            return new Mapping(Map.of(), location);
        }
    }

    /** The location of a key, and its value. */
    record Entry(SourceLocation key, Node value) {}

    /** Returns a text as messages show it: on one line and shortened. */
    static String shown(String text) {
        boolean fits = text.length() <= 2 * MAX_SHOWN && text.codePointCount(0, text.length()) <= MAX_SHOWN;
        String start = fits ? text : text.substring(0, text.offsetByCodePoints(0, MAX_SHOWN - 3)) + "…";
        return start.replaceAll("\\R", "⏎");
    }
}
