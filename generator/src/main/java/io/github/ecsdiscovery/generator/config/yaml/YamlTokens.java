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

/** The tokens of a YAML text with their source locations, and details that Jackson does not expose. */
final class YamlTokens implements AutoCloseable {
    private final SourceText source;
    private final List<String> lines;
    private final int[] codePoints;
    private final int firstLine;
    private final int columnShift;
    private final YAMLParser parser;

    /**
     * @param firstLine the line number of the first line
     * @param columnShift the number of columns before the first line
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
                .setCodePointLimit(2 * SourceText.MAX_BYTES)
                // With a smaller buffer, snakeyaml-engine 3.0.1 fails on a surrogate pair across the end of the buffer.
                .setBufferSize(length + 1)
                .build();
        return YAMLFactory.builder()
                .loadSettings(settings)
                .disable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .build();
    }

    /** Returns the next token, or null at the end. */
    @Nullable
    JsonToken next() {
        return parser.nextToken();
    }

    /** Returns the next token inside a list or map. */
    JsonToken nextOfCollection() {
        JsonToken token = parser.nextToken();
        if (token == null) {
            throw new IllegalStateException("a collection without end at " + location());
        }
        return token;
    }

    /** Returns the text of the current scalar or key. */
    String text() {
        String text = parser.getString();
        return text == null ? "" : text;
    }

    boolean isAlias() {
        return parser.isCurrentAlias();
    }

    boolean hasAnchor() {
        // Jackson does not report an anchor before an empty value.
        return parser.getObjectId() != null || character() == '&';
    }

    /** Returns the tag of the current value, such as {@code !Sub} or {@code !!str}. */
    @Nullable
    String tag() {
        String tag = parser.getRawTag();
        return tag == null ? null : tag.replace("tag:yaml.org,2002:", "!!");
    }

    /** Returns the tag of the current key. */
    @Nullable
    String tagOfKey() {
        // For the first key of a map, Jackson returns the tag of the map.
        return character() == '!' ? tag() : null;
    }

    /** Returns whether the current scalar is written without quotes. */
    boolean isPlain() {
        return "'\"|>".indexOf(character()) < 0;
    }

    private int character() {
        long offset = parser.currentTokenLocation().getCharOffset();
        return offset >= 0 && offset < codePoints.length ? codePoints[(int) offset] : 0;
    }

    /** Returns the location of the current token. */
    SourceLocation location() {
        TokenStreamLocation start = parser.currentTokenLocation();
        TokenStreamLocation end = parser.currentLocation();
        int line = Math.max(1, start.getLineNr());
        int column = Math.max(1, start.getColumnNr());
        JsonToken token = parser.currentToken();
        boolean collection = token == JsonToken.START_OBJECT || token == JsonToken.START_ARRAY;
        int length = collection ? 1 : end.getLineNr() == line ? end.getColumnNr() - column : restOfLine(line, column);
        return at(line, column, length);
    }

    /** Returns the source location of a line and column of the text. */
    SourceLocation at(int line, int column, int length) {
        int shift = line == 1 ? columnShift : 0;
        return new SourceLocation(source.name(), firstLine - 1 + line, column + shift, Math.max(1, length));
    }

    /** Returns a line of the text; empty after its end. */
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
