package io.github.ecsdiscovery.generator.config;

import io.github.ecsdiscovery.generator.diagnostic.Place;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A value of the YAML that was read, with its place. */
sealed interface Node {
    Place place();

    /** What it is, for a message: {@code a list}. */
    String kind();

    /**
     * A text, number or boolean: nothing is decided before a key asks for it.
     *
     * @param plain whether it was written without quotes
     */
    record Scalar(String text, boolean plain, Place place) implements Node {
        @Override
        public String kind() {
            return "the text `" + shown() + "`";
        }

        /** The text as a message shows it: on one line, and not longer than a line. */
        String shown() {
            String line = text.replaceAll("\\R", "⏎");
            return line.codePointCount(0, line.length()) <= 60
                    ? line
                    : line.substring(0, line.offsetByCodePoints(0, 57)) + "…";
        }
    }

    /** Nothing, as in {@code key:} or {@code key: null}. */
    record Empty(Place place) implements Node {
        @Override
        public String kind() {
            return "empty";
        }
    }

    /** A list. */
    record Sequence(List<Node> items, Place place) implements Node {
        public Sequence {
            items = List.copyOf(items);
        }

        @Override
        public String kind() {
            return "a list";
        }
    }

    /** A map, in the order in which it is written. */
    record Mapping(Map<String, Entry> entries, Place place) implements Node {
        public Mapping {
            entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
        }

        @Override
        public String kind() {
            return "a map";
        }

        static Mapping empty(Place place) {
            return new Mapping(Map.of(), place);
        }
    }

    /** A key's place, and its value. */
    record Entry(Place key, Node value) {}
}
