package io.github.ecsdiscovery.generator.config.schema;

import io.github.ecsdiscovery.generator.config.yaml.Node;
import io.github.ecsdiscovery.generator.model.schema.Format;
import io.github.ecsdiscovery.generator.model.schema.Key;
import io.github.ecsdiscovery.generator.model.schema.Unit;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The form of a value at a config key, read from the records of the model. Binder, JSON Schema and reference are based on it. */
public sealed interface KeySchema {
    /** Any scalar, used as written. */
    record Text(Format format) implements KeySchema {}

    /** A whole number; {@code oneOf} is empty if every number between the bounds is allowed. */
    record Number(int min, int max, List<Integer> oneOf, Unit unit) implements KeySchema {
        public Number {
            oneOf = List.copyOf(oneOf);
        }

        /** Returns whether the number with these digits is allowed; it may exceed the range of an int. */
        public boolean allows(String digits) {
            if (digits.length() > 10) {
                return false;
            }
            long number = Long.parseLong(digits);
            return number >= min && number <= max && (oneOf.isEmpty() || oneOf.contains((int) number));
        }
    }

    /** {@code true} or {@code false}. */
    record Bool() implements KeySchema {}

    /** A value of an enum. */
    record EnumValue(Class<?> type) implements KeySchema {
        /** Returns the values as users write them. */
        public List<String> values() {
            return Arrays.stream(type.getEnumConstants()).map(Object::toString).toList();
        }

        /** Returns the constant that users write like this. */
        public Object constant(String value) {
            return Arrays.stream(type.getEnumConstants())
                    .filter(constant -> constant.toString().equals(value))
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** A list. */
    record ListOf(KeySchema item, int minEntries, int maxEntries) implements KeySchema {}

    /** A map whose keys are chosen by the user. */
    record MapOf(Format keys, KeySchema value, int minEntries, int maxEntries) implements KeySchema {}

    /** A map with fixed keys. */
    record RecordOf(Class<?> type, List<KeyDefinition> keys) implements KeySchema {
        public RecordOf {
            keys = List.copyOf(keys);
        }

        public Optional<KeyDefinition> key(String name) {
            return keys.stream().filter(key -> key.name().equals(name)).findFirst();
        }

        public List<String> names() {
            return keys.stream().map(KeyDefinition::name).toList();
        }
    }

    /** A type with alternative forms, at most one each for a scalar, a list and a map. */
    record AnyOf(Class<?> type, List<Alternative> alternatives) implements KeySchema {
        public AnyOf {
            alternatives = List.copyOf(alternatives);
        }

        /** Returns the alternative for the kind of node. */
        public Optional<Alternative> alternativeFor(Node node) {
            return alternatives.stream()
                    .filter(alternative -> alternative.schema().accepts(node))
                    .findFirst();
        }
    }

    /** An alternative form of a type, and the factory that creates the type from it. */
    record Alternative(KeySchema schema, Method factory) {}

    /** A key with a fixed name. */
    record KeyDefinition(String name, KeySchema schema, Key annotation) {}

    /** Returns whether the value is a text, number, boolean or enum value. */
    default boolean isScalar() {
        return !(this instanceof ListOf || this instanceof MapOf || this instanceof RecordOf || this instanceof AnyOf);
    }

    private boolean accepts(Node node) {
        if (this instanceof RecordOf || this instanceof MapOf) {
            return node instanceof Node.Mapping;
        }
        return this instanceof ListOf ? node instanceof Node.Sequence : isScalar() && node instanceof Node.Scalar;
    }
}
