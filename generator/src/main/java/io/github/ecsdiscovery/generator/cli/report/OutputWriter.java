package io.github.ecsdiscovery.generator.cli.report;

import io.github.ecsdiscovery.generator.cli.environment.CommandEnvironment;
import io.github.ecsdiscovery.generator.cli.environment.ExitCode;
import io.github.ecsdiscovery.generator.cli.environment.FileFault;
import io.github.ecsdiscovery.generator.cli.option.OutputOptions;
import io.github.ecsdiscovery.generator.output.FileOutput;
import java.io.IOException;
import java.nio.file.Path;

/** Writes a result to standard output or to a file, or compares it with that file. */
public final class OutputWriter {
    private final OutputOptions options;
    private final Report report;
    private final CommandEnvironment environment;

    public OutputWriter(OutputOptions options, Report report, CommandEnvironment environment) {
        this.options = options;
        this.report = report;
        this.environment = environment;
    }

    /** Describes a file after it was written. */
    public interface Summary {
        /**
         * Returns the description as complete lines.
         *
         * @param file the path on the command line
         * @param changed whether the file was written; false if it had the same content before
         */
        String of(String file, boolean changed);
    }

    /**
     * Writes a result and prints the summary of the written file.
     *
     * @throws FileFault if the file cannot be read or written
     */
    public ExitCode write(String text, Summary summary) {
        Path path = options.file();
        if (path == null) {
            environment.print(text);
            return ExitCode.DONE;
        }
        FileOutput output = new FileOutput(environment.folder().resolve(path));
        try {
            if (options.check) {
                return compare(output, path, text);
            }
            boolean changed = output.write(text);
            report.summary(summary.of(path.toString(), changed));
            return ExitCode.DONE;
        } catch (IOException e) {
            throw new FileFault(String.valueOf(e.getMessage()), e);
        }
    }

    private ExitCode compare(FileOutput output, Path path, String text) throws IOException {
        if (output.holds(text)) {
            report.summary("`" + path + "` is up to date.\n");
            return ExitCode.DONE;
        }
        report.failure(FileDiff.between(environment.folder().resolve(path), path.toString(), text));
        return ExitCode.DIFFERENCE;
    }
}
