package io.github.ecsdiscovery.generator.config.yaml;

import io.github.ecsdiscovery.generator.diagnostic.SourceLocation;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLParser;

/** The tokens of a YAML text, with the places where they stand for the user and what Jackson does not say of them. */
final class YamlTokens implements AutoCloseable {
    private final SourceText source;
    private final List<String> lines;
    private final int[] codePoints;
    private final int firstLine;
    private final int columnShift;
    private final YAMLParser parser;

    /**
     * @param firstLine the number that the user gives to the text's first line
     * @param columnShift how many columns stand before it
     */
    YamlTokens(SourceText source, int firstLine, int columnShift) {
        this.source = source;
        this.lines = source.lines();
        this.codePoints = source.text().codePoints().toArray();
        this.firstLine = firstLine;
        this.columnShift = columnShift;
        this.parser = (YAMLParser) yaml(source.text().length()).createParser(ObjectReadContext.empty(), source.text());
    }

    private static YAMLFactory yaml(int length) {
        LoadSettings settings = LoadSettings.builder()
                .setCodePointLimit(2 * SourceText.MOST_BYTES)
                // With a smaller buffer, snakeyaml-engine 3.0.1 dies of a surrogate pair that lies across its end.
                .setBufferSize(length + 1)
                .build();
        return YAMLFactory.builder()
                .loadSettings(settings)
                .disable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .build();
    }

    /** The next token, or null at the end. */
    @Nullable
    JsonToken next() {
        return parser.nextToken();
    }

    /** The next token of a list or map that is not at its end. */
    JsonToken nextOfCollection() {
        JsonToken token = parser.nextToken();
        if (token == null) {
            throw new IllegalStateException("a collection without end at " + place());
        }
        return token;
    }

    /** The scalar's text, or the key's. */
    String text() {
        String text = parser.getString();
        return text == null ? "" : text;
    }

    boolean isAlias() {
        return parser.isCurrentAlias();
    }

    boolean hasAnchor() {
        // Jackson knows of no anchor before an empty value.
        return parser.getObjectId() != null || character() == '&';
    }

    /** The value's tag, such as {@code !Sub} or {@code !!str}. */
    @Nullable
    String tag() {
        String tag = parser.getRawTag();
        return tag == null ? null : tag.replace("tag:yaml.org,2002:", "!!");
    }

    /** The key's tag. */
    @Nullable
    String tagOfKey() {
        // For a map's first key Jackson says the map's.
        return character() == '!' ? tag() : null;
    }

    /** Whether a scalar stands here without quotes. */
    boolean isPlain() {
        return "'\"|>".indexOf(character()) < 0;
    }

    private int character() {
        long offset = parser.currentTokenLocation().getCharOffset();
        return offset >= 0 && offset < codePoints.length ? codePoints[(int) offset] : 0;
    }

    /** Where the current token stands. */
    SourceLocation place() {
        TokenStreamLocation start = parser.currentTokenLocation();
        TokenStreamLocation end = parser.currentLocation();
        int line = Math.max(1, start.getLineNr());
        int column = Math.max(1, start.getColumnNr());
        JsonToken token = parser.currentToken();
        boolean collection = token == JsonToken.START_OBJECT || token == JsonToken.START_ARRAY;
        int length = collection ? 1 : end.getLineNr() == line ? end.getColumnNr() - column : restOfLine(line, column);
        return at(line, column, length);
    }

    /** A place of the text, counted within it. */
    SourceLocation at(int line, int column, int length) {
        int shift = line == 1 ? columnShift : 0;
        return new SourceLocation(source.name(), firstLine - 1 + line, column + shift, Math.max(1, length));
    }

    /** The text's line, without what stands before it for the user; empty behind the end. */
    String line(int line) {
        return line <= lines.size() ? lines.get(line - 1) : "";
    }

    private int restOfLine(int line, int column) {
        String text = line(line);
        return text.codePointCount(0, text.length()) - column + 1;
    }

    @Override
    public void close() {
        parser.close();
    }
}
