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
 * What a run of the command line reads from and writes to.
 *
 * @param out takes the result and nothing else
 * @param err takes diagnostics, summaries and what to do next
 * @param folder what relative paths are relative to; empty for the process's own
 * @param colour whether {@code err} is a terminal that wants colours
 */
public record CommandEnvironment(InputStream in, OutputStream out, PrintStream err, Path folder, boolean colour) {
    /** Those of the running program; everything is UTF-8, whatever the platform's charset. */
    public static CommandEnvironment ofThisProcess() {
        return new CommandEnvironment(
                System.in,
                new FileOutputStream(FileDescriptor.out),
                new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8),
                Path.of(""),
                Terminal.takesColours());
    }

    /** Prints the result. */
    public void print(String text) {
        try {
            out.write(text.getBytes(StandardCharsets.UTF_8));
            out.flush();
        } catch (IOException e) {
            throw new FileFault("standard output cannot be written: " + e.getMessage(), e);
        }
    }
}
