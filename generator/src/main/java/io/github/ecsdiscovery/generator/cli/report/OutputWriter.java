package io.github.ecsdiscovery.generator.cli.report;

import io.github.ecsdiscovery.generator.cli.environment.CommandEnvironment;
import io.github.ecsdiscovery.generator.cli.environment.ExitCode;
import io.github.ecsdiscovery.generator.cli.environment.FileFault;
import io.github.ecsdiscovery.generator.cli.option.OutputOptions;
import io.github.ecsdiscovery.generator.output.FileOutput;
import java.io.IOException;
import java.nio.file.Path;

/** Brings what was made to standard output or into a file, or compares it with that file. */
public final class OutputWriter {
    private final OutputOptions options;
    private final Report report;
    private final CommandEnvironment surroundings;

    public OutputWriter(OutputOptions options, Report report, CommandEnvironment surroundings) {
        this.options = options;
        this.report = report;
        this.surroundings = surroundings;
    }

    /** What to say once a file is there. */
    public interface Told {
        /** Whole lines about a file, as it was named, that was written or needed no change. */
        String about(String file, boolean changed);
    }

    public ExitCode deliver(String text, Told told) {
        Path path = options.file();
        if (path == null) {
            surroundings.print(text);
            return ExitCode.DONE;
        }
        FileOutput output = new FileOutput(surroundings.folder().resolve(path));
        try {
            if (options.check) {
                return compare(output, path, text);
            }
            boolean changed = output.write(text);
            report.say(told.about(path.toString(), changed));
            return ExitCode.DONE;
        } catch (IOException e) {
            throw new FileFault(String.valueOf(e.getMessage()), e);
        }
    }

    private ExitCode compare(FileOutput output, Path path, String text) throws IOException {
        if (output.holds(text)) {
            report.say("`" + path + "` is up to date.\n");
            return ExitCode.DONE;
        }
        report.explain(FileDiff.between(surroundings.folder().resolve(path), path.toString(), text));
        return ExitCode.DIFFERENCE;
    }
}
