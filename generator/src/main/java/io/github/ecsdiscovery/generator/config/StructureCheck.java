package io.github.ecsdiscovery.generator.config;

import io.github.ecsdiscovery.generator.config.Shape.Choice;
import io.github.ecsdiscovery.generator.config.Shape.KeyShape;
import io.github.ecsdiscovery.generator.config.Shape.ListOf;
import io.github.ecsdiscovery.generator.config.Shape.MapOf;
import io.github.ecsdiscovery.generator.config.Shape.RecordOf;
import io.github.ecsdiscovery.generator.config.Shape.Way;
import io.github.ecsdiscovery.generator.diagnostic.Path;
import io.github.ecsdiscovery.generator.diagnostic.Place;
import io.github.ecsdiscovery.generator.diagnostic.Problem;
import io.github.ecsdiscovery.generator.diagnostic.ProblemId;
import io.github.ecsdiscovery.generator.diagnostic.Suggestion;
import io.github.ecsdiscovery.generator.model.Malformed;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Holds a tree against its shape, tells all that is wrong, and gives back the tree without it, so that what is right can
 * still be checked further.
 */
final class StructureCheck {
    private final boolean whole;
    private final Consumer<Problem> problems;
    private final Set<Path> broken;

    /**
     * @param whole whether needed keys must be there; an overlay may leave them out, but not in maps within lists
     * @param broken takes the paths at which something was wrong
     */
    StructureCheck(boolean whole, Consumer<Problem> problems, Set<Path> broken) {
        this.whole = whole;
        this.problems = problems;
        this.broken = broken;
    }

    /** The node without what is wrong, or null where nothing is left of it. */
    @Nullable
    Node check(Shape shape, Node node, Path path) {
        if (shape instanceof Choice choice) {
            return choice(choice, node, path);
        }
        if (shape instanceof RecordOf || shape instanceof MapOf) {
            return node instanceof Node.Mapping mapping
                    ? shape instanceof RecordOf record
                            ? record(record, mapping, path)
                            : map((MapOf) shape, mapping, path)
                    : wrongType(shape, node, path);
        }
        if (shape instanceof ListOf list) {
            return node instanceof Node.Sequence sequence ? list(list, sequence, path) : wrongType(shape, node, path);
        }
        return node instanceof Node.Scalar scalar ? scalar(shape, scalar, path) : wrongType(shape, node, path);
    }

    private @Nullable Node record(RecordOf shape, Node.Mapping node, Path path) {
        Map<String, Node.Entry> good = new LinkedHashMap<>();
        node.entries().forEach((name, entry) -> {
            Optional<KeyShape> key = shape.key(name);
            if (key.isEmpty()) {
                unknownKey(shape, name, entry.key(), path);
                return;
            }
            Node value = entry.value() instanceof Node.Empty
                    ? entry.value()
                    : check(key.get().shape(), entry.value(), path.with(name));
            if (value != null) {
                good.put(name, new Node.Entry(entry.key(), value));
            }
        });
        return hasNeeded(shape, good, node.place(), path) ? new Node.Mapping(good, node.place()) : null;
    }

    private boolean hasNeeded(RecordOf shape, Map<String, Node.Entry> good, Place place, Path path) {
        boolean complete = true;
        for (KeyShape key : shape.keys()) {
            Node.Entry entry = good.get(key.name());
            boolean absent = entry == null || entry.value() instanceof Node.Empty;
            if (whole && key.key().required() && absent) {
                complete = false;
                if (!broken.contains(path.with(key.name()))) {
                    String where = path.steps().isEmpty() ? "the config" : path.spoken();
                    tell(
                            ProblemId.MISSING_KEY,
                            place,
                            path,
                            where + " has no `" + key.name() + "`",
                            "add `" + key.name() + ":`, " + lower(key.key().value()));
                }
            }
        }
        return complete;
    }

    private void unknownKey(RecordOf shape, String name, Place place, Path path) {
        String where = path.steps().isEmpty() ? "" : " in " + path.spoken();
        String hint = Suggestion.hint(name, shape.names())
                .orElseGet(() -> "the keys here are "
                        + String.join(", ", shape.names().stream().sorted().toList()));
        tell(ProblemId.UNKNOWN_KEY, place, path.with(name), "there is no key `" + name + "`" + where, hint);
    }

    private Node map(MapOf shape, Node.Mapping node, Path path) {
        Map<String, Node.Entry> good = new LinkedHashMap<>();
        node.entries().forEach((name, entry) -> {
            if (!shape.keys().matches(name)) {
                malformed(
                        entry.key(),
                        path.with(name),
                        "the name `" + new Node.Scalar(name, true, entry.key()).shown() + "` in " + path.spoken(),
                        shape.keys().expected(),
                        shape.keys().repaired(name).orElse(null));
                return;
            }
            Node value = entry.value() instanceof Node.Empty
                    ? entry.value()
                    : check(shape.value(), entry.value(), path.with(name));
            if (value != null) {
                good.put(name, new Node.Entry(entry.key(), value));
            }
        });
        size(node.entries().size(), shape.least(), shape.most(), node.place(), path);
        return new Node.Mapping(good, node.place());
    }

    private Node list(ListOf shape, Node.Sequence node, Path path) {
        StructureCheck inner = new StructureCheck(true, problems, broken);
        List<Node> good = new ArrayList<>();
        for (int i = 0; i < node.items().size(); i++) {
            Node item = inner.check(shape.item(), node.items().get(i), path.with(i));
            if (item != null) {
                good.add(item);
            }
        }
        size(node.items().size(), shape.least(), shape.most(), node.place(), path);
        return new Node.Sequence(good, node.place());
    }

    private void size(int size, int least, int most, Place place, Path path) {
        if (size < least) {
            tell(
                    ProblemId.MISSING_KEY,
                    place,
                    path,
                    path.spoken() + " is empty",
                    "leave it out, or put something there");
        } else if (size > most) {
            tell(
                    ProblemId.TOO_MANY,
                    place,
                    path,
                    path.spoken() + " has " + size + " entries; at most " + most + " are allowed",
                    null);
        }
    }

    private @Nullable Node choice(Choice shape, Node node, Path path) {
        Optional<Way> way = way(shape, node);
        if (way.isEmpty()) {
            return wrongType(shape, node, path);
        }
        int before = broken.size();
        Node good = check(way.get().shape(), node, path);
        if (good == null || broken.size() > before) {
            return good instanceof Node.Scalar ? null : good;
        }
        try {
            Binder.call(way.get(), Binder.bind(way.get().shape(), withoutEmpty(good)));
        } catch (Malformed e) {
            malformed(node.place(), path, said(node, path), String.valueOf(e.getMessage()), null);
            return null;
        }
        return good;
    }

    /** The way that takes the kind of node that is written. */
    static Optional<Way> way(Choice choice, Node node) {
        return choice.ways().stream().filter(way -> fits(way.shape(), node)).findFirst();
    }

    private static boolean fits(Shape shape, Node node) {
        if (shape instanceof RecordOf || shape instanceof MapOf) {
            return node instanceof Node.Mapping;
        }
        return shape instanceof ListOf ? node instanceof Node.Sequence : node instanceof Node.Scalar;
    }

    private static Node withoutEmpty(Node node) {
        return node instanceof Node.Mapping mapping ? Merge.merge(Node.Mapping.empty(node.place()), mapping) : node;
    }

    private @Nullable Node scalar(Shape shape, Node.Scalar node, Path path) {
        if (shape instanceof Shape.Text text) {
            if (text.format().matches(node.text())) {
                return node;
            }
            malformed(
                    node.place(),
                    path,
                    said(node, path),
                    text.format().expected(),
                    text.format().repaired(node.text()).orElse(null));
            return null;
        }
        if (shape instanceof Shape.Word word) {
            return word(word, node, path);
        }
        return shape instanceof Shape.Number number ? number(number, node, path) : flag(node, path);
    }

    private @Nullable Node word(Shape.Word shape, Node.Scalar node, Path path) {
        if (shape.words().contains(node.text())) {
            return node;
        }
        String words = String.join(
                ", ", shape.words().stream().map(word -> "`" + word + "`").toList());
        String hint = Suggestion.hint(node.text(), shape.words()).orElse(null);
        tell(ProblemId.UNKNOWN_VALUE, node.place(), path, said(node, path) + "; expected one of " + words, hint);
        return null;
    }

    private @Nullable Node number(Shape.Number shape, Node.Scalar node, Path path) {
        String text = node.text();
        if (!text.matches("-?[0-9]{1,18}")) {
            String digits = text.replaceAll("^([0-9]+) ?[A-Za-z%]+$", "$1");
            boolean unit = !digits.equals(text);
            tell(
                    ProblemId.WRONG_TYPE,
                    node.place(),
                    path,
                    said(node, path) + "; expected a whole number" + (unit ? " without a unit" : ""),
                    unit ? "write `" + digits + "`" : null);
            return null;
        }
        if (text.matches("-?0[0-9]+")) {
            tell(
                    ProblemId.WRONG_TYPE,
                    node.place(),
                    path,
                    said(node, path) + ", which some YAML parsers read as an octal number",
                    "write `" + Long.parseLong(text) + "`");
            return null;
        }
        long number = Long.parseLong(text);
        boolean listed = shape.oneOf().isEmpty() || shape.oneOf().contains((int) number);
        if (number >= shape.min() && number <= shape.max() && listed) {
            return node;
        }
        tell(ProblemId.OUT_OF_RANGE, node.place(), path, said(node, path) + "; expected " + expected(shape), null);
        return null;
    }

    private static String expected(Shape.Number shape) {
        if (shape.oneOf().size() == 1) {
            return "`" + shape.oneOf().get(0) + "`";
        }
        if (!shape.oneOf().isEmpty()) {
            return "one of "
                    + String.join(
                            ", ", shape.oneOf().stream().map(String::valueOf).toList());
        }
        return shape.max() == Integer.MAX_VALUE
                ? "a number from " + shape.min() + " on"
                : "a number from " + shape.min() + " to " + shape.max();
    }

    private @Nullable Node flag(Node.Scalar node, Path path) {
        boolean word = node.text().equals("true") || node.text().equals("false");
        if (word && node.plain()) {
            return node;
        }
        String lower = node.text().toLowerCase(java.util.Locale.ROOT);
        boolean yes = Set.of("true", "yes", "on", "y", "1").contains(lower);
        boolean no = Set.of("false", "no", "off", "n", "0").contains(lower);
        tell(
                ProblemId.WRONG_TYPE,
                node.place(),
                path,
                said(node, path) + (word ? " in quotes" : "") + "; expected `true` or `false`",
                yes ? "write `true`" : no ? "write `false`" : null);
        return null;
    }

    private @Nullable Node wrongType(Shape shape, Node node, Path path) {
        String hint = null;
        if (shape instanceof ListOf && node instanceof Node.Scalar scalar) {
            hint = "write `[" + scalar.shown() + "]`";
        } else if (node instanceof Node.Scalar scalar && listWay(shape)) {
            hint = "write `[" + scalar.shown() + "]`";
        }
        tell(
                ProblemId.WRONG_TYPE,
                node.place(),
                path,
                path.spoken() + " is " + node.kind() + "; expected " + kind(shape),
                hint);
        return null;
    }

    private static boolean listWay(Shape shape) {
        return shape instanceof Choice choice && choice.ways().stream().anyMatch(way -> way.shape() instanceof ListOf);
    }

    private static String kind(Shape shape) {
        if (shape instanceof Choice choice) {
            return String.join(
                    " or ",
                    choice.ways().stream()
                            .map(way -> kind(way.shape()))
                            .distinct()
                            .toList());
        }
        if (shape instanceof Shape.Text text) {
            return text.format().expected();
        }
        if (shape instanceof Shape.Word word) {
            return "one of "
                    + String.join(
                            ", ",
                            word.words().stream().map(one -> "`" + one + "`").toList());
        }
        if (shape instanceof Shape.Number number) {
            return expected(number);
        }
        if (shape instanceof Shape.Flag) {
            return "`true` or `false`";
        }
        return shape instanceof ListOf ? "a list" : "a map";
    }

    private static String said(Node node, Path path) {
        String value = node instanceof Node.Scalar scalar ? "`" + scalar.shown() + "`" : node.kind();
        boolean item = !path.steps().isEmpty() && isPosition(path);
        return item ? value + " in " + path.parent().spoken() : path.spoken() + " is " + value;
    }

    private static boolean isPosition(Path path) {
        String last = path.steps().get(path.steps().size() - 1);
        return last.chars().allMatch(Character::isDigit);
    }

    private void malformed(Place place, Path path, String said, String expected, @Nullable String repaired) {
        String hint = repaired == null ? null : "did you mean `" + repaired + "`?";
        tell(ProblemId.MALFORMED, place, path, said + "; expected " + expected, hint);
    }

    private void tell(ProblemId id, Place place, Path path, String message, @Nullable String hint) {
        broken.add(path);
        problems.accept(new Problem(id, place, message, hint));
    }

    private static String lower(String sentence) {
        return sentence.substring(0, 1).toLowerCase(java.util.Locale.ROOT) + sentence.substring(1);
    }
}
