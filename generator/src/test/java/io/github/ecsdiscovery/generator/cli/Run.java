package io.github.ecsdiscovery.generator.cli;

import io.github.ecsdiscovery.generator.cli.environment.CommandEnvironment;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** What one run of the command line ended with and printed. */
record Run(int code, String out, String err) {
    static Run of(Path folder, String... args) {
        return reading(folder, "", args);
    }

    /** A run that finds a text on standard input. */
    static Run reading(Path folder, String stdin, String... args) {
        return reading(folder, new ByteArrayInputStream(stdin.getBytes(StandardCharsets.UTF_8)), false, args);
    }

    static Run reading(Path folder, InputStream stdin, boolean colour, String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        PrintStream printed = new PrintStream(err, true, StandardCharsets.UTF_8);
        int code = new GeneratorCommand(new CommandEnvironment(stdin, out, printed, folder, colour)).execute(args);
        return new Run(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }
}
