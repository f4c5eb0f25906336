package io.github.ecsdiscovery.generator.cli.option;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.TypeConversionException;

/** How problems are told: options of every command. */
public final class DiagnosticOptions {
    /** The ways in which problems are told. */
    public enum Format {
        PRETTY("pretty"),
        LINE("line"),
        JSON("json");

        private final String word;

        Format(String word) {
            this.word = word;
        }

        @Override
        public String toString() {
            return word;
        }
    }

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            scope = ScopeType.INHERIT,
            converter = ReadFormat.class,
            description =
                    "How problems are told on standard error: `pretty`, the default, with the lines that they are about;"
                            + " `line`, as FILE:LINE:COLUMN: severity: message [id]; `json`, one array, and nothing else beside it.")
    public Format format = Format.PRETTY;

    @Option(names = "--strict", scope = ScopeType.INHERIT, description = "Take warnings for errors.")
    public boolean strict;

    @Option(
            names = {"-q", "--quiet"},
            scope = ScopeType.INHERIT,
            description = "Tell errors only: no warnings, no summary, no next steps.")
    public boolean quiet;

    /** Reads the word of a format. */
    private static final class ReadFormat implements ITypeConverter<Format> {
        @Override
        public Format convert(String word) {
            for (Format format : Format.values()) {
                if (format.toString().equals(word)) {
                    return format;
                }
            }
            throw new TypeConversionException("`" + word + "` is none of `pretty`, `line`, `json`");
        }
    }
}
