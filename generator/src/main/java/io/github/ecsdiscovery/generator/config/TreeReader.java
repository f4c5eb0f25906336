package io.github.ecsdiscovery.generator.config;

import io.github.ecsdiscovery.generator.diagnostic.Place;
import io.github.ecsdiscovery.generator.diagnostic.Problem;
import io.github.ecsdiscovery.generator.diagnostic.ProblemId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.dataformat.yaml.YAMLFactory;

/** Reads one YAML document into a tree with places. */
final class TreeReader {
    private static final int DEEPEST = 32;

    private final SourceText source;
    private final List<String> lines;
    private final int firstLine;
    private final int columnShift;
    private final Consumer<Problem> problems;
    private final JsonParser parser;

    private TreeReader(SourceText source, int firstLine, int columnShift, Consumer<Problem> problems) {
        this.source = source;
        this.lines = source.lines();
        this.firstLine = firstLine;
        this.columnShift = columnShift;
        this.problems = problems;
        this.parser = yaml(source.text().length()).createParser(ObjectReadContext.empty(), source.text());
    }

    private static YAMLFactory yaml(int length) {
        LoadSettings settings = LoadSettings.builder()
                .setCodePointLimit(2 * SourceText.MOST_BYTES)
                // With a smaller buffer, snakeyaml-engine 3.0.1 dies of a surrogate pair that lies across its end.
                .setBufferSize(length + 1)
                .build();
        return YAMLFactory.builder().loadSettings(settings).build();
    }

    /** The tree of a config, or null where it cannot be read, which is then told. */
    static @Nullable Node read(SourceText source, Consumer<Problem> problems) {
        return readAt(source, 1, 0, problems);
    }

    /**
     * The tree of a text that stands at a given line and, on it, behind some columns of something else; null where it cannot
     * be read or says nothing.
     */
    static @Nullable Node readAt(SourceText source, int line, int columns, Consumer<Problem> problems) {
        TreeReader reader = new TreeReader(source, line, columns, problems);
        try (JsonParser open = reader.parser) {
            JsonToken first = open.nextToken();
            Node tree = first == null ? null : reader.node(first, 1);
            if (tree != null && open.nextToken() != null) {
                reader.tell(
                        ProblemId.SEVERAL_DOCUMENTS,
                        reader.here(),
                        "a second YAML document begins here",
                        "one config is one document; take the `---` out");
            }
            return tree;
        } catch (Stop stop) {
            return null;
        } catch (JacksonException e) {
            problems.accept(YamlFault.of(e, reader::at));
            return null;
        }
    }

    private Node node(JsonToken token, int depth) {
        if (depth > DEEPEST) {
            tell(ProblemId.TOO_DEEP, here(), "lists and maps are nested more than " + DEEPEST + " deep", null);
            throw new Stop();
        }
        refuseAnchorsAndTags(token);
        return switch (token) {
            case START_OBJECT -> mapping(depth);
            case START_ARRAY -> sequence(depth);
            default -> scalar(token);
        };
    }

    private Node mapping(int depth) {
        Place start = here();
        Map<String, Node.Entry> entries = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            Place key = here();
            String name = checked(parser.currentName(), key);
            boolean merge = name.equals("<<");
            Node.Entry earlier = entries.get(name);
            if (merge) {
                tell(
                        ProblemId.YAML_ANCHOR,
                        key,
                        "`<<` merges nothing here",
                        "put what services share under `defaults`");
            } else if (earlier != null) {
                Place first = earlier.key();
                tell(
                        ProblemId.DUPLICATE_KEY,
                        key,
                        "`" + name + "` stands here a second time",
                        "the first is on line " + first.line() + "; take one of them out");
            }
            Node value = node(parser.nextToken(), depth + 1);
            if (earlier == null && !merge) {
                entries.put(name, new Node.Entry(key, value));
            }
        }
        return new Node.Mapping(entries, start);
    }

    private Node sequence(int depth) {
        Place start = here();
        List<Node> items = new ArrayList<>();
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            items.add(node(token, depth + 1));
        }
        return new Node.Sequence(items, start);
    }

    private Node scalar(JsonToken token) {
        Place place = here();
        boolean plain = isPlain(place);
        String text = token == JsonToken.VALUE_NULL ? "" : checked(parser.getString(), place);
        if (plain && (token == JsonToken.VALUE_NULL || text.equals("~") || text.equalsIgnoreCase("null"))) {
            return new Node.Empty(place);
        }
        return new Node.Scalar(text, plain, place);
    }

    private String checked(@Nullable String text, Place place) {
        String value = text == null ? "" : text;
        if (!Characters.allowed(value)) {
            tell(
                    ProblemId.CONTROL_CHARACTER,
                    place,
                    "this has a control character or half of a surrogate pair, written as an escape",
                    "take it out");
            throw new Stop();
        }
        return value;
    }

    private void refuseAnchorsAndTags(JsonToken token) {
        Object type = parser.getTypeId();
        boolean alias = token == JsonToken.VALUE_STRING && isAlias();
        if (alias || parser.getObjectId() != null) {
            tell(
                    ProblemId.YAML_ANCHOR,
                    here(),
                    alias ? "an alias stands here" : "an anchor stands here",
                    "put what services share under `defaults`");
            throw new Stop();
        }
        if (type != null) {
            String tag = type.toString().replace("tag:yaml.org,2002:", "!!");
            tell(
                    ProblemId.YAML_TYPE_TAG,
                    here(),
                    "the YAML tag `" + tag + "` stands here",
                    "take it out; every value is taken as it is written, and `${AWS::Region}` works without `!Sub`");
            throw new Stop();
        }
    }

    private boolean isAlias() {
        return parser instanceof tools.jackson.dataformat.yaml.YAMLParser yaml && yaml.isCurrentAlias();
    }

    private boolean isPlain(Place place) {
        int index = place.line() - firstLine;
        if (index >= lines.size()) {
            return true;
        }
        String line = lines.get(index);
        int column = place.column() - 1 - (index == 0 ? columnShift : 0);
        int offset = column > line.length()
                ? line.length()
                : line.offsetByCodePoints(0, Math.min(column, line.codePointCount(0, line.length())));
        return offset >= line.length() || "'\"|>".indexOf(line.charAt(offset)) < 0;
    }

    private Place here() {
        TokenStreamLocation start = parser.currentTokenLocation();
        TokenStreamLocation end = parser.currentLocation();
        int line = Math.max(1, start.getLineNr());
        int column = Math.max(1, start.getColumnNr());
        boolean collection =
                parser.currentToken() == JsonToken.START_OBJECT || parser.currentToken() == JsonToken.START_ARRAY;
        int length = collection ? 1 : end.getLineNr() == line ? end.getColumnNr() - column : restOfLine(line, column);
        return at(line, column, length);
    }

    private int restOfLine(int line, int column) {
        String text = line <= lines.size() ? lines.get(line - 1) : "";
        return text.codePointCount(0, text.length()) - column + 1;
    }

    private Place at(int line, int column, int length) {
        int shift = line == 1 ? columnShift : 0;
        return new Place(source.name(), firstLine - 1 + line, column + shift, Math.max(1, length));
    }

    private void tell(ProblemId id, Place place, String message, @Nullable String hint) {
        problems.accept(new Problem(id, place, message, hint));
    }

    /** Ends the reading of a document; what is wrong was told. */
    private static final class Stop extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Stop() {
            super(null, null, false, false);
        }
    }
}
