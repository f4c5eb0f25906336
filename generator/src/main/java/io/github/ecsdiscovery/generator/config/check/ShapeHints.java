package io.github.ecsdiscovery.generator.config.check;

import io.github.ecsdiscovery.generator.config.schema.KeySchema;
import io.github.ecsdiscovery.generator.config.schema.KeySchema.Choice;
import io.github.ecsdiscovery.generator.config.schema.KeySchema.KeyShape;
import io.github.ecsdiscovery.generator.config.schema.KeySchema.MapOf;
import io.github.ecsdiscovery.generator.config.schema.KeySchema.RecordOf;
import io.github.ecsdiscovery.generator.config.schema.KeySchema.Way;
import io.github.ecsdiscovery.generator.config.yaml.Node;
import io.github.ecsdiscovery.generator.diagnostic.JsonText;
import io.github.ecsdiscovery.generator.diagnostic.Path;
import io.github.ecsdiscovery.generator.model.schema.Format;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What to write where a text, list or map stands in the place of another. */
final class ShapeHints {
    /** Of maps whose keys are the user's own, by the key that they stand at. */
    private static final Map<String, String> EXAMPLES = Map.ofEntries(
            Map.entry("acceptWarnings", "{no-health-check: the reason}"),
            Map.entry("dependsOn", "{migrate: SUCCESS}"),
            Map.entry("environment", "{LOG_LEVEL: info}"),
            Map.entry("environments", "{staging: {defaults: {count: 1}}}"),
            Map.entry("peers", "{payments: {stack: shop-payments, port: 8080}}"),
            Map.entry("ports", "{http: 8080, admin: 9090}"),
            Map.entry("secrets", "{DB_PASSWORD: {secretsmanager: shop/db, key: password}}"),
            Map.entry("services", "{orders: {port: 8080}, worker: {}}"),
            Map.entry("sidecars", "{migrate: {command: [/app/migrate]}}"),
            Map.entry("subnets", "{private: [subnet-0123456789abcdef0]}"),
            Map.entry("tags", "{team: orders}"));

    private static final int MOST_WAYS = 2;
    private static final Pattern NO_SPACE = Pattern.compile("([A-Za-z]+):(\\S.{0,50})");
    private static final Pattern ASSIGNMENT = Pattern.compile("([^=\\s]{1,50})=(.{0,50})");

    private ShapeHints() {}

    /** The hint, if there is one. */
    static Optional<String> hint(KeySchema shape, Node node, Path path) {
        return written(shape, node)
                .map(text -> "write `" + text + "`")
                .or(() -> example(shape, path).map(text -> "write it like `" + text + "`"));
    }

    private static Optional<String> written(KeySchema shape, Node node) {
        List<KeySchema> ways = shape instanceof Choice choice
                ? choice.ways().stream().map(Way::shape).toList()
                : List.of(shape);
        return ways.stream().flatMap(way -> one(way, node).stream()).findFirst();
    }

    private static Optional<String> one(KeySchema shape, Node node) {
        if (node instanceof Node.Scalar scalar) {
            return shape instanceof KeySchema.ListOf list
                    ? MessageText.asList(list, scalar)
                    : shape instanceof RecordOf record ? asMap(record, scalar) : Optional.empty();
        }
        if (!(node instanceof Node.Sequence sequence)) {
            return Optional.empty();
        }
        if (shape instanceof MapOf map) {
            return assignments(map, sequence);
        }
        boolean single =
                sequence.items().size() == 1 && takes(shape, sequence.items().get(0));
        return single && sequence.items().get(0) instanceof Node.Scalar only
                ? Optional.of(item(only.text()))
                : Optional.empty();
    }

    /** The map with a text at the key that takes it, and with what else it needs. */
    private static Optional<String> asMap(RecordOf shape, Node.Scalar scalar) {
        Matcher space = NO_SPACE.matcher(scalar.text());
        if (space.matches() && scalar.plain() && shape.key(space.group(1)).isPresent()) {
            return Optional.of(space.group(1) + ": " + space.group(2));
        }
        List<KeyShape> takers = shape.keys().stream()
                .filter(key -> takes(key.shape(), scalar))
                .limit(MOST_WAYS + 1)
                .toList();
        return takers.isEmpty() || takers.size() > MOST_WAYS
                ? Optional.empty()
                : Optional.of(
                        takers.stream().map(key -> asMap(shape, key, scalar)).collect(Collectors.joining("` or `")));
    }

    private static String asMap(RecordOf shape, KeyShape taker, Node.Scalar scalar) {
        String text = scalar.text().equals(scalar.shown()) ? item(scalar.text()) : "…";
        return Stream.concat(
                        Stream.of(taker.name() + ": " + text),
                        shape.keys().stream()
                                .filter(key ->
                                        key.key().required() && !key.name().equals(taker.name()))
                                .map(key -> key.name() + ": …"))
                .collect(Collectors.joining(", ", "{", "}"));
    }

    /** Whether a key takes just this, and not anything. */
    private static boolean takes(KeySchema shape, Node node) {
        if (shape instanceof Choice choice) {
            return choice.ways().stream().anyMatch(way -> takes(way.shape(), node));
        }
        if (!(node instanceof Node.Scalar scalar)) {
            return false;
        }
        if (shape instanceof KeySchema.Text text) {
            boolean isAny = text.format() == Format.TEXT
                    || text.format() == Format.JSON_KEY
                    || (text.format() == Format.COMMAND && !scalar.text().contains(" "));
            return !isAny && text.format().matches(scalar.text());
        }
        if (shape instanceof KeySchema.Word word) {
            return word.words().contains(scalar.text());
        }
        return shape instanceof KeySchema.Number number
                && scalar.text().matches("[0-9]+")
                && number.allows(scalar.text());
    }

    /** The map that a list of {@code NAME=value} means, as in a Compose file. */
    private static Optional<String> assignments(MapOf shape, Node.Sequence list) {
        boolean texts = shape.value() instanceof KeySchema.Text
                && !list.items().isEmpty()
                && list.items().size() <= 3;
        List<Matcher> all = list.items().stream()
                .map(item -> ASSIGNMENT.matcher(item instanceof Node.Scalar scalar ? scalar.text() : ""))
                .toList();
        return texts
                        && all.stream()
                                .allMatch(one -> one.matches() && shape.keys().matches(one.group(1)))
                ? Optional.of(all.stream()
                        .map(one -> one.group(1) + ": " + item(one.group(2)))
                        .collect(Collectors.joining(", ", "{", "}")))
                : Optional.empty();
    }

    private static Optional<String> example(KeySchema shape, Path path) {
        List<String> steps = path.steps();
        boolean map = shape instanceof MapOf || shape instanceof RecordOf;
        String known = map && !steps.isEmpty() ? EXAMPLES.get(steps.get(steps.size() - 1)) : null;
        return known == null ? needed(shape) : Optional.of(known);
    }

    private static Optional<String> needed(KeySchema shape) {
        return shape instanceof RecordOf record
                        && record.keys().stream().anyMatch(key -> key.key().required())
                ? Optional.of(record.keys().stream()
                        .filter(key -> key.key().required())
                        .map(key -> key.name() + ": …")
                        .collect(Collectors.joining(", ", "{", "}")))
                : Optional.empty();
    }

    private static String item(String text) {
        return MessageText.isPlain(text) ? text : JsonText.quoted(text);
    }
}
