package io.github.ecsdiscovery.generator.diagnostic;

/**
 * Where something stands in what the user wrote.
 *
 * @param source the config's file name as it was given, or {@code --set}
 * @param line 1-based; for {@code --set} its number on the command line
 * @param column 1-based, in code points
 * @param length how many code points to mark, at least 1
 */
public record SourceLocation(String source, int line, int column, int length) implements Comparable<SourceLocation> {
    public SourceLocation {
        if (line < 1 || column < 1 || length < 1) {
            throw new IllegalArgumentException("no place: " + line + ":" + column + "+" + length);
        }
    }

    /** The first character of a source: where a problem of the whole file stands. */
    public static SourceLocation start(String source) {
        return new SourceLocation(source, 1, 1, 1);
    }

    /** In reading order; the config before {@code --set}, whose name begins with a dash. */
    @Override
    public int compareTo(SourceLocation other) {
        int bySource = Boolean.compare(source.startsWith("--"), other.source.startsWith("--"));
        if (bySource == 0) {
            bySource = source.compareTo(other.source);
        }
        if (bySource != 0) {
            return bySource;
        }
        int byLine = Integer.compare(line, other.line);
        return byLine != 0 ? byLine : Integer.compare(column, other.column);
    }

    /** {@code config.yaml:12:13}. */
    @Override
    public String toString() {
        return source + ":" + line + ":" + column;
    }
}
