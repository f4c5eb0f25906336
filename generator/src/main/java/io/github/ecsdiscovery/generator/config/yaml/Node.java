package io.github.ecsdiscovery.generator.config.yaml;

import io.github.ecsdiscovery.generator.diagnostic.SourceLocation;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A value of the YAML that was read, with its place. */
public sealed interface Node {
    /** How many code points of a text a message shows. */
    int LONGEST_SHOWN = 60;

    SourceLocation place();

    /** What it is, for a message: {@code a list}. */
    String kind();

    /**
     * A text, number or boolean: nothing is decided before a key asks for it.
     *
     * @param plain whether it was written without quotes
     */
    record Scalar(String text, boolean plain, SourceLocation place) implements Node {
        @Override
        public String kind() {
            return text.isEmpty() ? "an empty text" : "the text `" + shown() + "`";
        }

        /** The text as a message shows it: on one line, and not longer than a line. */
        public String shown() {
            return Node.shown(text);
        }
    }

    /** Nothing, as in {@code key:} or {@code key: null}. */
    record Empty(SourceLocation place) implements Node {
        @Override
        public String kind() {
            return "empty";
        }
    }

    /** What was told as not readable, such as an alias. */
    record Unread(SourceLocation place) implements Node {
        @Override
        public String kind() {
            return "unreadable";
        }
    }

    /** A list. */
    record Sequence(List<Node> items, SourceLocation place) implements Node {
        public Sequence {
            items = List.copyOf(items);
        }

        @Override
        public String kind() {
            return "a list";
        }
    }

    /** A map, in the order in which it is written. */
    record Mapping(Map<String, Entry> entries, SourceLocation place) implements Node {
        public Mapping {
            entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
        }

        @Override
        public String kind() {
            return "a map";
        }

        public static Mapping empty(SourceLocation place) {
            return new Mapping(Map.of(), place);
        }
    }

    /** A key's place, and its value. */
    record Entry(SourceLocation key, Node value) {}

    /** A text as a message shows it: on one line, and not longer than a line. */
    static String shown(String text) {
        boolean fits = text.length() <= 2 * LONGEST_SHOWN && text.codePointCount(0, text.length()) <= LONGEST_SHOWN;
        String start = fits ? text : text.substring(0, text.offsetByCodePoints(0, LONGEST_SHOWN - 3)) + "…";
        return start.replaceAll("\\R", "⏎");
    }
}
