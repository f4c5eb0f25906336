package io.github.ecsdiscovery.generator.config.schema;

import io.github.ecsdiscovery.generator.config.yaml.Node;
import io.github.ecsdiscovery.generator.model.schema.Format;
import io.github.ecsdiscovery.generator.model.schema.Key;
import io.github.ecsdiscovery.generator.model.schema.Unit;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What may stand at a key, read off the records of the model. Binder, schema and reference go by it. */
public sealed interface KeySchema {
    /** Any scalar, as it is written. */
    record Text(Format format) implements KeySchema {}

    /** A whole number; {@code oneOf} is empty where every number between the bounds is allowed. */
    record Number(int min, int max, List<Integer> oneOf, Unit unit) implements KeySchema {
        public Number {
            oneOf = List.copyOf(oneOf);
        }

        /** Whether it may be the number of these digits, which may be more than an int holds. */
        public boolean allows(String digits) {
            if (digits.length() > 10) {
                return false;
            }
            long number = Long.parseLong(digits);
            return number >= min && number <= max && (oneOf.isEmpty() || oneOf.contains((int) number));
        }
    }

    /** {@code true} or {@code false}. */
    record Flag() implements KeySchema {}

    /** One word of an enum. */
    record Word(Class<?> type) implements KeySchema {
        /** The words, as they are written. */
        public List<String> words() {
            return Arrays.stream(type.getEnumConstants()).map(Object::toString).toList();
        }

        public Object constant(String word) {
            return Arrays.stream(type.getEnumConstants())
                    .filter(one -> one.toString().equals(word))
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** A list. */
    record ListOf(KeySchema item, int least, int most) implements KeySchema {}

    /** A map with keys of the user's own. */
    record MapOf(Format keys, KeySchema value, int least, int most) implements KeySchema {}

    /** A map with fixed keys. */
    record RecordOf(Class<?> type, List<KeyShape> keys) implements KeySchema {
        public RecordOf {
            keys = List.copyOf(keys);
        }

        public Optional<KeyShape> key(String name) {
            return keys.stream().filter(key -> key.name().equals(name)).findFirst();
        }

        public List<String> names() {
            return keys.stream().map(KeyShape::name).toList();
        }
    }

    /** A type with several ways to write it, at most one each for a scalar, a list and a map. */
    record Choice(Class<?> type, List<Way> ways) implements KeySchema {
        public Choice {
            ways = List.copyOf(ways);
        }

        /** The way that takes the kind of node that is written. */
        public Optional<Way> way(Node node) {
            return ways.stream().filter(way -> way.shape().takes(node)).findFirst();
        }
    }

    /** One way to write a type: what is written, and the factory that takes it. */
    record Way(KeySchema shape, Method factory) {}

    /** A key with fixed name. */
    record KeyShape(String name, KeySchema shape, Key key) {}

    /** Whether a text, number or boolean is written. */
    default boolean isScalar() {
        return !(this instanceof ListOf || this instanceof MapOf || this instanceof RecordOf || this instanceof Choice);
    }

    private boolean takes(Node node) {
        if (this instanceof RecordOf || this instanceof MapOf) {
            return node instanceof Node.Mapping;
        }
        return this instanceof ListOf ? node instanceof Node.Sequence : isScalar() && node instanceof Node.Scalar;
    }
}
