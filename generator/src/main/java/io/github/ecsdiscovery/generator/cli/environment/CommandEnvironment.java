package io.github.ecsdiscovery.generator.cli.environment;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * The streams and the working folder of a run.
 *
 * @param out the stream for results only
 * @param err the stream for problems, summaries and next steps
 * @param folder the folder that relative paths start from; empty for the working folder of the process
 * @param color whether {@code err} is a terminal that supports colors
 */
public record CommandEnvironment(InputStream in, OutputStream out, PrintStream err, Path folder, boolean color) {
    /** Returns the environment of this process. All streams use UTF-8, regardless of the platform's charset. */
    public static CommandEnvironment ofThisProcess() {
        return new CommandEnvironment(
                System.in,
                new FileOutputStream(FileDescriptor.out),
                new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8),
                Path.of(""),
                Terminal.supportsColor());
    }

    /**
     * Prints a result to standard output.
     *
     * @throws FileFault if standard output cannot be written
     */
    public void print(String text) {
        try {
            out.write(text.getBytes(StandardCharsets.UTF_8));
            out.flush();
        } catch (IOException e) {
            throw new FileFault("standard output cannot be written: " + e.getMessage(), e);
        }
    }
}
