package io.github.ecsdiscovery.generator.config.check;

import io.github.ecsdiscovery.generator.config.schema.KeySchema;
import io.github.ecsdiscovery.generator.config.schema.KeySchema.Alternative;
import io.github.ecsdiscovery.generator.config.schema.KeySchema.AnyOf;
import io.github.ecsdiscovery.generator.config.schema.KeySchema.KeyDefinition;
import io.github.ecsdiscovery.generator.config.schema.KeySchema.MapOf;
import io.github.ecsdiscovery.generator.config.schema.KeySchema.RecordOf;
import io.github.ecsdiscovery.generator.config.yaml.Node;
import io.github.ecsdiscovery.generator.diagnostic.Path;
import io.github.ecsdiscovery.generator.model.schema.Format;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Hints for a text, list or map at a key that expects another of these. */
final class ShapeHints {
    private static final int MAX_ALTERNATIVES = 2;
    private static final Pattern NO_SPACE = Pattern.compile("([A-Za-z]+):(\\S.{0,50})");
    private static final Pattern ASSIGNMENT = Pattern.compile("([^=\\s]{1,50})=(.{0,50})");

    private ShapeHints() {}

    /** Returns what to write instead of the node, if that is clear. */
    static Optional<String> hint(KeySchema schema, Node node, Path path) {
        return alternatives(schema)
                .flatMap(alternative -> hintFor(alternative, node, path).stream())
                .findFirst()
                .or(() -> example(schema, path).map(text -> "for example, write `" + text + "`"));
    }

    private static Stream<KeySchema> alternatives(KeySchema schema) {
        return schema instanceof AnyOf choice
                ? choice.alternatives().stream().map(Alternative::schema)
                : Stream.of(schema);
    }

    private static Optional<String> hintFor(KeySchema schema, Node node, Path path) {
        if (node instanceof Node.Scalar scalar && schema instanceof KeySchema.ListOf list) {
            return ListHints.hint(list, scalar, path);
        }
        return replacement(schema, node).map(MessageText::write);
    }

    private static Optional<String> replacement(KeySchema schema, Node node) {
        if (node instanceof Node.Scalar scalar) {
            return schema instanceof RecordOf record ? asMap(record, scalar) : Optional.empty();
        }
        if (!(node instanceof Node.Sequence sequence)) {
            return Optional.empty();
        }
        if (schema instanceof MapOf map) {
            return assignments(map, sequence);
        }
        boolean single =
                sequence.items().size() == 1 && accepts(schema, sequence.items().get(0));
        return single && sequence.items().get(0) instanceof Node.Scalar only
                ? Optional.of(MessageText.item(only.text()))
                : Optional.empty();
    }

    /** Returns maps with the text at the only keys that accept it, and with the other required keys. */
    static Optional<String> asMap(RecordOf schema, Node.Scalar scalar) {
        Matcher space = NO_SPACE.matcher(scalar.text());
        if (space.matches() && scalar.plain() && schema.key(space.group(1)).isPresent()) {
            return Optional.of(space.group(1) + ": " + space.group(2));
        }
        List<KeyDefinition> candidates = schema.keys().stream()
                .filter(key -> accepts(key.schema(), scalar))
                .limit(MAX_ALTERNATIVES + 1)
                .toList();
        return candidates.isEmpty() || candidates.size() > MAX_ALTERNATIVES
                ? Optional.empty()
                : Optional.of(candidates.stream()
                        .map(key -> asMap(schema, key, scalar))
                        .collect(Collectors.joining("` or `")));
    }

    private static String asMap(RecordOf schema, KeyDefinition key, Node.Scalar scalar) {
        String text = scalar.text().equals(scalar.shown()) ? MessageText.item(scalar.text()) : "…";
        return Stream.concat(
                        Stream.of(key.name() + ": " + text),
                        schema.keys().stream()
                                .filter(other -> other.annotation().required()
                                        && !other.name().equals(key.name()))
                                .map(other -> other.name() + ": …"))
                .collect(Collectors.joining(", ", "{", "}"));
    }

    /** Returns whether a schema accepts the node, and would not accept any other text too. */
    private static boolean accepts(KeySchema schema, Node node) {
        if (schema instanceof AnyOf choice) {
            return choice.alternatives().stream().anyMatch(alternative -> accepts(alternative.schema(), node));
        }
        if (!(node instanceof Node.Scalar scalar)) {
            return false;
        }
        if (schema instanceof KeySchema.Text text) {
            boolean isAny = text.format() == Format.TEXT
                    || text.format() == Format.JSON_KEY
                    || (text.format() == Format.COMMAND && !scalar.text().contains(" "));
            return !isAny && text.format().matches(scalar.text());
        }
        if (schema instanceof KeySchema.EnumValue enumValue) {
            return enumValue.values().contains(scalar.text());
        }
        return schema instanceof KeySchema.Number number
                && scalar.text().matches("[0-9]+")
                && number.allows(scalar.text());
    }

    /** Returns the map for a list of {@code NAME=value} entries, as in a Compose file. */
    private static Optional<String> assignments(MapOf schema, Node.Sequence list) {
        boolean texts = schema.value() instanceof KeySchema.Text
                && !list.items().isEmpty()
                && list.items().size() <= 3;
        List<Matcher> assignments = list.items().stream()
                .map(item -> ASSIGNMENT.matcher(item instanceof Node.Scalar scalar ? scalar.text() : ""))
                .toList();
        return texts
                        && assignments.stream()
                                .allMatch(entry ->
                                        entry.matches() && schema.keys().matches(entry.group(1)))
                ? Optional.of(assignments.stream()
                        .map(entry -> entry.group(1) + ": " + MessageText.item(entry.group(2)))
                        .collect(Collectors.joining(", ", "{", "}")))
                : Optional.empty();
    }

    private static Optional<String> example(KeySchema schema, Path path) {
        boolean isMap = schema instanceof MapOf || schema instanceof RecordOf;
        return isMap ? KeyExamples.value(path).or(() -> requiredKeys(schema)) : Optional.empty();
    }

    private static Optional<String> requiredKeys(KeySchema schema) {
        return schema instanceof RecordOf record
                        && record.keys().stream()
                                .anyMatch(key -> key.annotation().required())
                ? Optional.of(record.keys().stream()
                        .filter(key -> key.annotation().required())
                        .map(key -> key.annotation().example())
                        .collect(Collectors.joining(", ", "{", "}")))
                : Optional.empty();
    }
}
