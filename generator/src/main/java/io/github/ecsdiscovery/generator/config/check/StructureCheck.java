package io.github.ecsdiscovery.generator.config.check;

import io.github.ecsdiscovery.generator.config.schema.KeySchema;
import io.github.ecsdiscovery.generator.config.schema.KeySchema.Choice;
import io.github.ecsdiscovery.generator.config.schema.KeySchema.KeyShape;
import io.github.ecsdiscovery.generator.config.schema.KeySchema.ListOf;
import io.github.ecsdiscovery.generator.config.schema.KeySchema.MapOf;
import io.github.ecsdiscovery.generator.config.schema.KeySchema.RecordOf;
import io.github.ecsdiscovery.generator.config.schema.KeySchema.Way;
import io.github.ecsdiscovery.generator.config.schema.KeySchema.Word;
import io.github.ecsdiscovery.generator.config.yaml.Node;
import io.github.ecsdiscovery.generator.config.yaml.ProblemCollector;
import io.github.ecsdiscovery.generator.diagnostic.Path;
import io.github.ecsdiscovery.generator.diagnostic.SourceLocation;
import io.github.ecsdiscovery.generator.diagnostic.Suggestion;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Holds a tree against its shape, tells all that is wrong, and gives back the tree without it, so that what is right can
 * still be checked further.
 */
public final class StructureCheck {
    private final boolean whole;
    private final ProblemCollector mistakes;
    private final ScalarCheck scalars;

    private StructureCheck(boolean whole, ProblemCollector mistakes) {
        this.whole = whole;
        this.mistakes = mistakes;
        this.scalars = new ScalarCheck(mistakes);
    }

    /** For a layer: needed keys may stand in another, and nothing ({@code null}) removes what another has. */
    public static StructureCheck ofLayer(ProblemCollector mistakes) {
        return new StructureCheck(false, mistakes);
    }

    /** For what no further layer is merged into, as lists never are: needed keys must be there, and nothing is no key. */
    public static StructureCheck ofWhole(ProblemCollector mistakes) {
        return new StructureCheck(true, mistakes);
    }

    /** The map without what is wrong, or null where nothing is left of it. */
    public Node.@Nullable Mapping check(RecordOf shape, Node.Mapping tree) {
        return record(shape, tree, Path.TOP, tree.place());
    }

    /** @param owner the place of the node's key */
    private @Nullable Node check(KeySchema shape, Node node, Path path, SourceLocation owner) {
        if (node instanceof Node.Unread) {
            mistakes.breaks(path);
            return null;
        }
        if (shape instanceof Choice choice) {
            Optional<Way> way = choice.way(node).filter(one -> !isItem(choice, one, node));
            return way.isPresent() ? check(way.get().shape(), node, path, owner) : wrongType(shape, node, path);
        }
        if (shape instanceof RecordOf record && node instanceof Node.Mapping mapping) {
            return record(record, mapping, path, owner);
        }
        if (shape instanceof MapOf map && node instanceof Node.Mapping mapping) {
            return map(map, mapping, path);
        }
        if (shape instanceof ListOf list && node instanceof Node.Sequence sequence) {
            return list(list, sequence, path);
        }
        if (shape.isScalar() && node instanceof Node.Scalar scalar) {
            return scalars.isRight(shape, scalar, path) ? scalar : null;
        }
        return wrongType(shape, node, path);
    }

    /** Whether what stands for one of a choice's words is none of them and like none, and may be meant for its list. */
    private static boolean isItem(Choice choice, Way way, Node node) {
        return way.shape() instanceof Word word
                && node instanceof Node.Scalar scalar
                && choice.ways().stream().anyMatch(one -> one.shape() instanceof ListOf)
                && !word.words().contains(scalar.text())
                && Suggestion.nearest(scalar.text(), word.words()).isEmpty();
    }

    private Node.@Nullable Mapping record(RecordOf shape, Node.Mapping node, Path path, SourceLocation owner) {
        Map<String, Node.Entry> good = new LinkedHashMap<>();
        node.entries().forEach((name, entry) -> {
            Optional<KeyShape> key = shape.key(name);
            if (key.isPresent()) {
                keep(good, name, entry, key.get().shape(), path);
            } else {
                unknownKey(shape, node, name, entry.key(), path);
            }
        });
        return !whole || hasNeeded(shape, good, path, owner) ? new Node.Mapping(good, node.place()) : null;
    }

    private void keep(Map<String, Node.Entry> good, String name, Node.Entry entry, KeySchema shape, Path path) {
        Node value = entry.value();
        if (value instanceof Node.Empty) {
            if (!whole) {
                good.put(name, entry);
            }
            return;
        }
        Node right = check(shape, value, path.with(name), entry.key());
        if (right != null) {
            good.put(name, new Node.Entry(entry.key(), right));
        }
    }

    private boolean hasNeeded(RecordOf shape, Map<String, Node.Entry> good, Path path, SourceLocation owner) {
        boolean complete = true;
        for (KeyShape key : shape.keys()) {
            if (key.key().required() && !good.containsKey(key.name())) {
                complete = false;
                if (!mistakes.isBroken(path.with(key.name()))) {
                    String message = MessageText.owner(path) + " has no `" + key.name() + "`";
                    String hint = "add `" + key.name() + ":`, "
                            + MessageText.lower(key.key().value());
                    mistakes.tell(StructureProblems.MISSING_KEY, owner, path, message, hint);
                }
            }
        }
        return complete;
    }

    private void unknownKey(RecordOf shape, Node.Mapping node, String name, SourceLocation place, Path path) {
        Optional<RenamedKeys.Renamed> renamed = RenamedKeys.of(shape.type(), name);
        if (renamed.isPresent()) {
            String message = "`" + name + "` is now called `" + renamed.get().name() + "`";
            mistakes.breaks(path.with(renamed.get().name()));
            mistakes.tell(
                    StructureProblems.UNKNOWN_KEY,
                    place,
                    path.with(name),
                    message,
                    renamed.get().hint());
            return;
        }
        Optional<String> said = ForeignKeys.hint(name);
        Optional<String> elsewhere = said.isPresent() ? said : KeyLocations.of(name, path);
        Optional<String> meant = ForeignKeys.ours(name, shape.names())
                .or(() -> said.isPresent() ? Optional.empty() : Suggestion.nearest(name, shape.names()));
        // The key that was meant is neither missing nor what stands below it.
        meant.filter(key -> !node.entries().containsKey(key)).ifPresent(key -> mistakes.breaks(path.with(key)));
        String where = path.steps().isEmpty() ? "" : " in " + path.spoken();
        String message = "there is no key `" + Node.shown(name) + "`" + where;
        mistakes.tell(StructureProblems.UNKNOWN_KEY, place, path.with(name), message, hint(shape, meant, elsewhere));
    }

    /** What was probably meant here, and where else such a key stands; else what there is. */
    private static String hint(RecordOf shape, Optional<String> meant, Optional<String> elsewhere) {
        String hint = Stream.of(meant.map(MessageText::meant), elsewhere)
                .flatMap(Optional::stream)
                .collect(Collectors.joining(" "));
        return hint.isEmpty()
                ? "the keys here are "
                        + String.join(", ", shape.names().stream().sorted().toList())
                : hint;
    }

    private @Nullable Node map(MapOf shape, Node.Mapping node, Path path) {
        Map<String, Node.Entry> good = new LinkedHashMap<>();
        node.entries().forEach((name, entry) -> {
            if (shape.keys().matches(name)) {
                keep(good, name, entry, shape.value(), path);
            } else {
                String message = "the name `" + Node.shown(name) + "` in " + path.spoken() + "; expected "
                        + shape.keys().expected();
                String hint = FormatHints.hint(shape.keys(), name).orElse(null);
                mistakes.tell(StructureProblems.MALFORMED, entry.key(), path.with(name), message, hint);
            }
        });
        return hasSize(node.entries().size(), good.size(), shape.least(), shape.most(), node.place(), path)
                ? new Node.Mapping(good, node.place())
                : null;
    }

    private @Nullable Node list(ListOf shape, Node.Sequence node, Path path) {
        StructureCheck inner = ofWhole(mistakes);
        List<Node> good = new ArrayList<>();
        for (int i = 0; i < node.items().size(); i++) {
            Node item = node.items().get(i);
            int before = mistakes.size();
            Node right = inner.check(shape.item(), item, path.with(i), item.place());
            if (mistakes.size() > before && (right == null || i > good.size())) {
                mistakes.moved(path, i, right == null ? null : good.size());
            }
            if (right != null) {
                good.add(right);
            }
        }
        return hasSize(node.items().size(), good.size(), shape.least(), shape.most(), node.place(), path)
                ? new Node.Sequence(good, node.place())
                : null;
    }

    /** @param left how many of the entries are right */
    private boolean hasSize(int size, int left, int least, int most, SourceLocation place, Path path) {
        if (size < least) {
            String hint = "leave it out, or put something there";
            mistakes.tell(StructureProblems.MISSING_KEY, place, path, path.spoken() + " is empty", hint);
        } else if (size > most) {
            String message = path.spoken() + " has " + size + " entries; at most " + most + " are allowed";
            mistakes.tell(StructureProblems.TOO_MANY, place, path, message, null);
        } else if (left < least) {
            mistakes.breaks(path);
        }
        return left >= least && size <= most;
    }

    private @Nullable Node wrongType(KeySchema shape, Node node, Path path) {
        String hint = ShapeHints.hint(shape, node, path).orElse(null);
        String message = path.spoken() + " is " + node.kind() + "; expected " + MessageText.expected(shape);
        mistakes.tell(StructureProblems.WRONG_TYPE, node.place(), path, message, hint);
        return null;
    }
}
