package io.github.ecsdiscovery.generator.diagnostic;

/**
 * A location in the text that the user wrote.
 *
 * @param source the path of the config as the user wrote it, or {@code --set}
 * @param line the 1-based line; for {@code --set}, its number on the command line
 * @param column the 1-based column, in code points
 * @param length the number of code points to mark, at least 1
 */
public record SourceLocation(String source, int line, int column, int length) implements Comparable<SourceLocation> {
    public SourceLocation {
        if (line < 1 || column < 1 || length < 1) {
            throw new IllegalArgumentException("invalid location: " + line + ":" + column + "+" + length);
        }
    }

    /** Returns the first character of a source, which is the location of problems of the whole file. */
    public static SourceLocation start(String source) {
        return new SourceLocation(source, 1, 1, 1);
    }

    /** Compares in reading order. The config comes before {@code --set}. */
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

    /** Returns {@code config.yaml:12:13}. */
    @Override
    public String toString() {
        return source + ":" + line + ":" + column;
    }
}
