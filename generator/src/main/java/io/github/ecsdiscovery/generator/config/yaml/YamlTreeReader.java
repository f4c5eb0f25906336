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

/** Reads one YAML document into a tree with places. */
public final class YamlTreeReader {
    private static final int DEEPEST = 32;

    /** More values than any config has, and few enough for a small memory. */
    static final int MOST_VALUES = 250_000;

    private static final Set<String> NOTHING = Set.of("", "~", "null", "Null", "NULL");

    private final YamlTokens tokens;
    private final Consumer<Problem> problems;
    private int values;
    private int anchored;
    private boolean anchorTold;

    private YamlTreeReader(YamlTokens tokens, Consumer<Problem> problems) {
        this.tokens = tokens;
        this.problems = problems;
    }

    /**
     * The tree of a config, or null where it says nothing or cannot be read, which is then told.
     *
     * @throws ProblemCollector.End where it is larger than is read
     */
    public static @Nullable Node read(SourceText source, Consumer<Problem> problems) {
        return readAt(source, 1, 0, problems);
    }

    /** The tree of a text that stands at a given line and, on it, behind some columns of something else. */
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
                String hint = "one config is one document; take the `---` out";
                tell(YamlProblems.SEVERAL_DOCUMENTS, tokens.place(), "a second YAML document begins here", hint);
            }
        } catch (JacksonException e) {
            problems.accept(YamlFault.of(e, tokens));
        }
        return tree;
    }

    private Node node(JsonToken token, int depth) {
        SourceLocation place = tokens.place();
        if (++values > MOST_VALUES) {
            tell(YamlProblems.FILE_TOO_LARGE, place, "more than " + MOST_VALUES + " values stand before this", null);
            throw new ProblemCollector.End();
        }
        if (depth > DEEPEST) {
            tell(YamlProblems.TOO_DEEP, place, "lists and maps are nested more than " + DEEPEST + " deep", null);
            throw new ProblemCollector.End();
        }
        if (tokens.isAlias()) {
            return alias(place);
        }
        boolean anchor = tokens.hasAnchor();
        if (anchor) {
            anchor(place, "an anchor stands here");
        }
        String tag = tokens.tag();
        if (tag != null) {
            tag(place, tag);
        }
        anchored += anchor ? 1 : 0;
        Node node = switch (token) {
            case START_OBJECT -> mapping(place, depth);
            case START_ARRAY -> sequence(place, depth);
            default -> scalar(token, place);
        };
        anchored -= anchor ? 1 : 0;
        return tag == null ? node : new Node.Unread(place);
    }

    private Node alias(SourceLocation place) {
        anchor(place, "an alias stands here");
        if (anchored > 0) {
            // Aliases of what has aliases make a bomb; there is nothing in it that anybody wants to hear of.
            throw new ProblemCollector.End();
        }
        return new Node.Unread(place);
    }

    private Node mapping(SourceLocation start, int depth) {
        Map<String, Node.Entry> entries = new LinkedHashMap<>();
        while (tokens.next() != JsonToken.END_OBJECT) {
            SourceLocation place = tokens.place();
            String name = key(place, entries);
            Node value = node(tokens.nextOfCollection(), depth + 1);
            if (name != null) {
                entries.put(name, new Node.Entry(place, value));
            }
        }
        return new Node.Mapping(entries, start);
    }

    /** The key that was just read, or null where it is told that it cannot stand there. */
    private @Nullable String key(SourceLocation place, Map<String, Node.Entry> earlier) {
        if (tokens.hasAnchor()) {
            anchor(place, "an anchor stands here");
        }
        String tag = tokens.tagOfKey();
        if (tag != null) {
            tag(place, tag);
        }
        String name = tokens.text();
        Node.Entry first = earlier.get(name);
        if (name.equals("<<")) {
            anchor(place, "`<<` merges nothing here");
            return null;
        }
        if (first != null) {
            tell(
                    YamlProblems.DUPLICATE_KEY,
                    place,
                    "`" + Node.shown(name) + "` stands here a second time",
                    "the first is on line " + first.key().line() + "; take one of them out");
            return null;
        }
        return isAllowed(name, place) ? name : null;
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

    private Node scalar(JsonToken token, SourceLocation place) {
        boolean plain = tokens.isPlain();
        String text = token == JsonToken.VALUE_NULL ? "" : tokens.text();
        if (plain && NOTHING.contains(text)) {
            return new Node.Empty(place);
        }
        return isAllowed(text, place) ? new Node.Scalar(text, plain, place) : new Node.Unread(place);
    }

    private boolean isAllowed(String text, SourceLocation place) {
        boolean allowed = AllowedCharacters.allowed(text);
        if (!allowed) {
            String message = "this has a control character or half of a surrogate pair, written as an escape";
            tell(YamlProblems.CONTROL_CHARACTER, place, message, "take it out");
        }
        return allowed;
    }

    /** Tells the first of a document's anchors, aliases and merge keys: they are one mistake. */
    private void anchor(SourceLocation place, String message) {
        if (!anchorTold) {
            anchorTold = true;
            tell(YamlProblems.YAML_ANCHOR, place, message, "put what services share under `defaults`");
        }
    }

    private void tag(SourceLocation place, String tag) {
        tell(
                YamlProblems.YAML_TYPE_TAG,
                place,
                "the YAML tag `" + Node.shown(tag) + "` stands here",
                "take it out; every value is taken as it is written, and `${AWS::Region}` works without `!Sub`");
    }

    private void tell(ProblemKind id, SourceLocation place, String message, @Nullable String hint) {
        problems.accept(new Problem(id, place, message, hint));
    }
}
