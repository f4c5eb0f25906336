package io.github.ecsdiscovery.generator.cli;

import io.github.ecsdiscovery.generator.cli.environment.CommandEnvironment;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** The exit code and the output of one run of the command line. */
public record Run(int code, String out, String err) {
    public static Run of(Path folder, String... args) {
        return reading(folder, "", args);
    }

    /** Runs the command line with a text on standard input. */
    public static Run reading(Path folder, String stdin, String... args) {
        return reading(folder, new ByteArrayInputStream(stdin.getBytes(StandardCharsets.UTF_8)), false, args);
    }

    public static Run reading(Path folder, InputStream stdin, boolean color, String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        PrintStream printed = new PrintStream(err, true, StandardCharsets.UTF_8);
        int code = new GeneratorCommand(new CommandEnvironment(stdin, out, printed, folder, color)).execute(args);
        return new Run(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }
}
