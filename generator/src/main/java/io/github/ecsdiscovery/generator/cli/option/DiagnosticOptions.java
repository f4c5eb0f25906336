package io.github.ecsdiscovery.generator.cli.option;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.TypeConversionException;

/** Options of every command that control how problems are printed. */
public final class DiagnosticOptions {
    /** The output formats of problems. */
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
                    "Print problems on standard error in this format. `pretty`, the default, shows the lines of the config;"
                            + " `line` prints FILE:LINE:COLUMN: severity: message [id]; `json` prints one array and"
                            + " nothing else.")
    public Format format = Format.PRETTY;

    @Option(names = "--strict", scope = ScopeType.INHERIT, description = "Treat warnings as errors.")
    public boolean strict;

    @Option(
            names = {"-q", "--quiet"},
            scope = ScopeType.INHERIT,
            description = "Print errors only: no warnings, summaries or next steps.")
    public boolean quiet;

    /** Parses the name of a format. */
    private static final class ReadFormat implements ITypeConverter<Format> {
        @Override
        public Format convert(String word) {
            for (Format format : Format.values()) {
                if (format.toString().equals(word)) {
                    return format;
                }
            }
            throw new TypeConversionException("`" + word + "` is not one of `pretty`, `line`, `json`");
        }
    }
}
