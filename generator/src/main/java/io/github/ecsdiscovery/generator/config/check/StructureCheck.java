package io.github.ecsdiscovery.generator.config.check;

import io.github.ecsdiscovery.generator.config.schema.KeySchema;
import io.github.ecsdiscovery.generator.config.schema.KeySchema.Alternative;
import io.github.ecsdiscovery.generator.config.schema.KeySchema.AnyOf;
import io.github.ecsdiscovery.generator.config.schema.KeySchema.EnumValue;
import io.github.ecsdiscovery.generator.config.schema.KeySchema.KeyDefinition;
import io.github.ecsdiscovery.generator.config.schema.KeySchema.ListOf;
import io.github.ecsdiscovery.generator.config.schema.KeySchema.MapOf;
import io.github.ecsdiscovery.generator.config.schema.KeySchema.RecordOf;
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
import org.jspecify.annotations.Nullable;

/**
 * Checks a tree against its schema, reports every mismatch, and returns the tree without the invalid parts, so that the
 * valid parts can be checked further.
 */
public final class StructureCheck {
    private final boolean isComplete;
    private final ProblemCollector problems;
    private final ScalarCheck scalars;

    private StructureCheck(boolean isComplete, ProblemCollector problems) {
        this.isComplete = isComplete;
        this.problems = problems;
        this.scalars = new ScalarCheck(problems);
    }

    /**
     * Returns a check of one layer: required keys may be in another layer, and an empty value removes what another layer
     * sets.
     */
    public static StructureCheck ofLayer(ProblemCollector problems) {
        return new StructureCheck(false, problems);
    }

    /**
     * Returns a check of a complete tree, or of a list, which is never merged: required keys must be present, and a key with
     * an empty value counts as absent.
     */
    public static StructureCheck ofWhole(ProblemCollector problems) {
        return new StructureCheck(true, problems);
    }

    /** Returns the map without its invalid parts, or null if nothing is left. */
    public Node.@Nullable Mapping check(RecordOf schema, Node.Mapping tree) {
        return record(schema, tree, Path.TOP, tree.location());
    }

    /** @param owner the location of the node's key */
    private @Nullable Node check(KeySchema schema, Node node, Path path, SourceLocation owner) {
        if (node instanceof Node.Unreadable) {
            problems.markInvalid(path);
            return null;
        }
        if (schema instanceof AnyOf choice) {
            Optional<Alternative> alternative =
                    choice.alternativeFor(node).filter(candidate -> !isItem(choice, candidate, node));
            return alternative.isPresent()
                    ? check(alternative.get().schema(), node, path, owner)
                    : wrongType(schema, node, path);
        }
        if (schema instanceof RecordOf record && node instanceof Node.Mapping mapping) {
            return record(record, mapping, path, owner);
        }
        if (schema instanceof MapOf map && node instanceof Node.Mapping mapping) {
            return map(map, mapping, path);
        }
        if (schema instanceof ListOf list && node instanceof Node.Sequence sequence) {
            return list(list, sequence, path);
        }
        if (schema.isScalar() && node instanceof Node.Scalar scalar) {
            return scalars.isValid(schema, scalar, path) ? scalar : null;
        }
        return wrongType(schema, node, path);
    }

    /** Returns whether a scalar resembles no enum value of the alternatives, so that it was probably meant as a list. */
    private static boolean isItem(AnyOf choice, Alternative alternative, Node node) {
        return alternative.schema() instanceof EnumValue enumValue
                && node instanceof Node.Scalar scalar
                && choice.alternatives().stream().anyMatch(other -> other.schema() instanceof ListOf)
                && !enumValue.values().contains(scalar.text())
                && Suggestion.nearest(scalar.text(), enumValue.values()).isEmpty();
    }

    private Node.@Nullable Mapping record(RecordOf schema, Node.Mapping node, Path path, SourceLocation owner) {
        Map<String, Node.Entry> valid = new LinkedHashMap<>();
        node.entries().forEach((name, entry) -> {
            Optional<KeyDefinition> key = schema.key(name);
            if (key.isPresent()) {
                keep(valid, name, entry, key.get().schema(), path);
            } else {
                unknownKey(schema, node, name, entry.key(), path);
            }
        });
        return !isComplete || hasRequiredKeys(schema, valid, path, owner)
                ? new Node.Mapping(valid, node.location())
                : null;
    }

    private void keep(Map<String, Node.Entry> valid, String name, Node.Entry entry, KeySchema schema, Path path) {
        Node value = entry.value();
        if (value instanceof Node.Empty) {
            if (!isComplete) {
                valid.put(name, entry);
            }
            return;
        }
        Node checked = check(schema, value, path.with(name), entry.key());
        if (checked != null) {
            valid.put(name, new Node.Entry(entry.key(), checked));
        }
    }

    private boolean hasRequiredKeys(RecordOf schema, Map<String, Node.Entry> valid, Path path, SourceLocation owner) {
        boolean complete = true;
        for (KeyDefinition key : schema.keys()) {
            if (key.annotation().required() && !valid.containsKey(key.name())) {
                complete = false;
                if (!problems.isInvalid(path.with(key.name()))) {
                    String message = MessageText.owner(path) + " has no `" + key.name() + "`";
                    String hint = "add `" + key.annotation().example() + "`";
                    problems.report(StructureProblems.MISSING_KEY, owner, path, message, hint);
                }
            }
        }
        return complete;
    }

    private void unknownKey(RecordOf schema, Node.Mapping node, String name, SourceLocation location, Path path) {
        Optional<RenamedKeys.Renamed> renamed = RenamedKeys.of(schema.type(), name);
        if (renamed.isPresent()) {
            String message = "`" + name + "` is now called `" + renamed.get().name() + "`";
            problems.markInvalid(path.with(renamed.get().name()));
            problems.report(
                    StructureProblems.UNKNOWN_KEY,
                    location,
                    path.with(name),
                    message,
                    renamed.get().hint());
            return;
        }
        UnknownKeyHint hint = UnknownKeyHint.of(schema, name, path);
        // Later checks must not report the suggested key as missing.
        hint.suggestion()
                .filter(key -> !node.entries().containsKey(key))
                .ifPresent(key -> problems.markInvalid(path.with(key)));
        String parent = path.steps().isEmpty() ? "" : " in " + path.spoken();
        String message = "unknown key `" + Node.shown(name) + "`" + parent;
        problems.report(StructureProblems.UNKNOWN_KEY, location, path.with(name), message, hint.text());
    }

    private @Nullable Node map(MapOf schema, Node.Mapping node, Path path) {
        Map<String, Node.Entry> valid = new LinkedHashMap<>();
        node.entries().forEach((name, entry) -> {
            if (schema.keys().matches(name)) {
                keep(valid, name, entry, schema.value(), path);
            } else {
                String message = "the name `" + Node.shown(name) + "` in " + path.spoken()
                        + " is not allowed; expected " + schema.keys().expected();
                String hint = MessageText.missingSpace(name)
                        .filter(text -> !schema.keys().matches("a:"))
                        .or(() -> FormatHints.hint(schema.keys(), name))
                        .orElse(null);
                problems.report(StructureProblems.MALFORMED, entry.key(), path.with(name), message, hint);
            }
        });
        return hasSize(
                        node.entries().size(),
                        valid.size(),
                        schema.minEntries(),
                        schema.maxEntries(),
                        node.location(),
                        path)
                ? new Node.Mapping(valid, node.location())
                : null;
    }

    private @Nullable Node list(ListOf schema, Node.Sequence node, Path path) {
        StructureCheck inner = ofWhole(problems);
        List<Node> valid = new ArrayList<>();
        for (int i = 0; i < node.items().size(); i++) {
            Node item = node.items().get(i);
            int before = problems.size();
            Node checked = inner.check(schema.item(), item, path.with(i), item.location());
            if (problems.size() > before && (checked == null || i > valid.size())) {
                problems.moveItem(path, i, checked == null ? null : valid.size());
            }
            if (checked != null) {
                valid.add(checked);
            }
        }
        return hasSize(
                        node.items().size(),
                        valid.size(),
                        schema.minEntries(),
                        schema.maxEntries(),
                        node.location(),
                        path)
                ? new Node.Sequence(valid, node.location())
                : null;
    }

    /** @param valid the number of valid entries */
    private boolean hasSize(int size, int valid, int min, int max, SourceLocation location, Path path) {
        if (size < min) {
            String hint = "remove it or add an entry";
            problems.report(StructureProblems.MISSING_KEY, location, path, path.spoken() + " is empty", hint);
        } else if (size > max) {
            String message = path.spoken() + " has " + size + " entries; at most " + max + " are allowed";
            problems.report(StructureProblems.TOO_MANY, location, path, message, null);
        } else if (valid < min) {
            problems.markInvalid(path);
        }
        return valid >= min && size <= max;
    }

    private @Nullable Node wrongType(KeySchema schema, Node node, Path path) {
        String hint = ShapeHints.hint(schema, node, path).orElse(null);
        String message = path.spoken() + " is " + node.kind() + "; expected " + MessageText.expected(schema);
        problems.report(StructureProblems.WRONG_TYPE, node.location(), path, message, hint);
        return null;
    }
}
