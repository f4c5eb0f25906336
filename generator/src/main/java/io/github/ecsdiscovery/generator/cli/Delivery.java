package io.github.ecsdiscovery.generator.cli;

import io.github.ecsdiscovery.generator.output.FileOutput;
import java.io.IOException;
import java.nio.file.Path;

/** Brings what was made to standard output or into a file, or compares it with that file. */
final class Delivery {
    private final OutputOptions options;
    private final Report report;
    private final Surroundings surroundings;

    Delivery(OutputOptions options, Report report, Surroundings surroundings) {
        this.options = options;
        this.report = report;
        this.surroundings = surroundings;
    }

    /** What to say once a file is there. */
    interface Told {
        /** Whole lines about a file, as it was named, that was written or needed no change. */
        String about(String file, boolean changed);
    }

    ExitCode deliver(String text, Told told) {
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
        report.explain(Difference.between(surroundings.folder().resolve(path), path.toString(), text));
        return ExitCode.DIFFERENCE;
    }
}
