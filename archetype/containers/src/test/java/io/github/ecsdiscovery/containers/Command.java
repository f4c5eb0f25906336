package io.github.ecsdiscovery.containers;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Runs an installed program until it ends. */
public final class Command {

    /** The exit code, and the text that the program wrote to standard output and standard error. */
    public record Result(int exitCode, String output) {}

    private static final int NO_SUCH_PROGRAM = 127;

    private Command() {}

    /** Returns the program's standard output. Fails with all of its output if the exit code is not 0. */
    static String run(String... command) {
        return run(List.of(command));
    }

    static String run(List<String> command) {
        return run("", command);
    }

    static String run(String input, List<String> command) {
        try {
            Process process = new ProcessBuilder(command).start();
            CompletableFuture<String> errors = CompletableFuture.supplyAsync(() -> text(process.getErrorStream()));
            try (var stdin = process.getOutputStream()) {
                stdin.write(input.getBytes(StandardCharsets.UTF_8));
            }
            String output = text(process.getInputStream());
            int exitCode = process.waitFor();
            if (exitCode != 0) {
                throw new AssertionError("%s: exit code %d%n%s%s".formatted(command, exitCode, output, errors.join()));
            }
            return output;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    /** Runs a program that may fail. */
    public static Result attempt(List<String> command) {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            process.getOutputStream().close();
            String output = text(process.getInputStream());
            return new Result(process.waitFor(), output);
        } catch (IOException e) {
            return new Result(NO_SUCH_PROGRAM, String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private static String text(InputStream stream) {
        try {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static IllegalStateException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new IllegalStateException(e);
    }
}
