package io.github.ecsdiscovery.generator.config.yaml;

import io.github.ecsdiscovery.generator.diagnostic.Problem;
import io.github.ecsdiscovery.generator.diagnostic.ProblemKind;
import io.github.ecsdiscovery.generator.diagnostic.SourceLocation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonToken;

/** Reads one YAML document into a tree with source locations. */
public final class YamlTreeReader {
    private static final int MAX_DEPTH = 32;

    /** The largest number of values: more than any real config has, and few enough to fit into a small heap. */
    static final int MAX_VALUES = 250_000;

    private static final Set<String> EMPTY_VALUES = Set.of("", "~", "null", "Null", "NULL");

    private final YamlTokens tokens;
    private final Consumer<Problem> problems;
    private int values;
    private int anchored;
    private boolean isAnchorReported;

    private YamlTreeReader(YamlTokens tokens, Consumer<Problem> problems) {
        this.tokens = tokens;
        this.problems = problems;
    }

    /**
     * Returns the tree of a config; null if it is empty or, after reporting the reason, if it cannot be read.
     *
     * @throws ProblemCollector.ReadingAborted if it has too many values or is nested too deep
     */
    public static @Nullable Node read(SourceText source, Consumer<Problem> problems) {
        return readAt(source, 1, 0, problems);
    }

    /** Returns the tree of a text that starts at the given line, after the given number of columns. */
    public static @Nullable Node readAt(SourceText source, int line, int columns, Consumer<Problem> problems) {
        try (YamlTokens tokens = new YamlTokens(source, line, columns)) {
            return new YamlTreeReader(tokens, problems).document();
        }
    }

    private @Nullable Node document() {
        Node tree = null;
        try {
            JsonToken first = tokens.next();
            tree = first == null ? null : node(first, 1);
            if (tree != null && tokens.next() != null) {
                String hint = "a config is one YAML document; remove the `---`";
                report(YamlProblems.SEVERAL_DOCUMENTS, tokens.location(), "a second YAML document starts here", hint);
            }
        } catch (JacksonException e) {
            problems.accept(YamlFault.of(e, tokens));
        }
        return tree;
    }

    private Node node(JsonToken token, int depth) {
        SourceLocation location = tokens.location();
        if (++values > MAX_VALUES) {
            report(YamlProblems.FILE_TOO_LARGE, location, "the config has more than " + MAX_VALUES + " values", null);
            throw new ProblemCollector.ReadingAborted();
        }
        if (depth > MAX_DEPTH) {
            report(YamlProblems.TOO_DEEP, location, "lists and maps are nested more than " + MAX_DEPTH + " deep", null);
            throw new ProblemCollector.ReadingAborted();
        }
        if (tokens.isAlias()) {
            return alias(location);
        }
        boolean anchor = tokens.hasAnchor();
        if (anchor) {
            anchor(location, "YAML anchors are not supported");
        }
        String tag = tokens.tag();
        if (tag != null) {
            tag(location, tag);
        }
        anchored += anchor ? 1 : 0;
        Node node = switch (token) {
            case START_OBJECT -> mapping(location, depth);
            case START_ARRAY -> sequence(location, depth);
            default -> scalar(token, location);
        };
        anchored -= anchor ? 1 : 0;
        return tag == null ? node : new Node.Unreadable(location);
    }

    private Node alias(SourceLocation location) {
        anchor(location, "YAML aliases are not supported");
        if (anchored > 0) {
            // Nested aliases are a "billion laughs" attack, in which further problems do not matter.
            throw new ProblemCollector.ReadingAborted();
        }
        return new Node.Unreadable(location);
    }

    private Node mapping(SourceLocation start, int depth) {
        Map<String, Node.Entry> entries = new LinkedHashMap<>();
        while (tokens.next() != JsonToken.END_OBJECT) {
            SourceLocation location = tokens.location();
            String name = key(location, entries);
            Node value = node(tokens.nextOfCollection(), depth + 1);
            if (name != null) {
                entries.put(name, new Node.Entry(location, value));
            }
        }
        return new Node.Mapping(entries, start);
    }

    /** Returns the key that was just read, or null after reporting why it is not allowed. */
    private @Nullable String key(SourceLocation location, Map<String, Node.Entry> earlier) {
        if (tokens.hasAnchor()) {
            anchor(location, "YAML anchors are not supported");
        }
        String tag = tokens.tagOfKey();
        if (tag != null) {
            tag(location, tag);
        }
        String name = tokens.text();
        Node.Entry first = earlier.get(name);
        if (name.equals("<<")) {
            anchor(location, "the YAML merge key `<<` is not supported");
            return null;
        }
        if (first != null) {
            report(
                    YamlProblems.DUPLICATE_KEY,
                    location,
                    "duplicate key `" + Node.shown(name) + "`",
                    "the first one is on line " + first.key().line() + "; remove one of them");
            return null;
        }
        return isAllowed(name, location) ? name : null;
    }

    private Node sequence(SourceLocation start, int depth) {
        List<Node> items = new ArrayList<>();
        for (JsonToken token = tokens.nextOfCollection();
                token != JsonToken.END_ARRAY;
                token = tokens.nextOfCollection()) {
            items.add(node(token, depth + 1));
        }
        return new Node.Sequence(items, start);
    }

    private Node scalar(JsonToken token, SourceLocation location) {
        boolean plain = tokens.isPlain();
        String text = token == JsonToken.VALUE_NULL ? "" : tokens.text();
        if (plain && EMPTY_VALUES.contains(text)) {
            return new Node.Empty(location);
        }
        return isAllowed(text, location) ? new Node.Scalar(text, plain, location) : new Node.Unreadable(location);
    }

    private boolean isAllowed(String text, SourceLocation location) {
        boolean allowed = AllowedCharacters.allowed(text);
        if (!allowed) {
            String message = "this text contains an escaped control character or an unpaired surrogate";
            report(YamlProblems.CONTROL_CHARACTER, location, message, "remove it");
        }
        return allowed;
    }

    /** Reports only the first anchor, alias or merge key of a document, because all have the same cause. */
    private void anchor(SourceLocation location, String message) {
        if (!isAnchorReported) {
            isAnchorReported = true;
            report(YamlProblems.YAML_ANCHOR, location, message, "move shared keys to `defaults`");
        }
    }

    private void tag(SourceLocation location, String tag) {
        report(
                YamlProblems.YAML_TYPE_TAG,
                location,
                "the YAML tag `" + Node.shown(tag) + "` is not supported",
                "remove it; values are used as written, and `${AWS::Region}` works without `!Sub`");
    }

    private void report(ProblemKind id, SourceLocation location, String message, @Nullable String hint) {
        problems.accept(new Problem(id, location, message, hint));
    }
}
