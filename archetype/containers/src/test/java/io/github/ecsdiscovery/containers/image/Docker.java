package io.github.ecsdiscovery.containers.image;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/** Docker, by its own command line. */
final class Docker {

    private static final Duration LIMIT = Duration.ofMinutes(10);

    private Docker() {}

    /** What a command wrote, to standard output and standard error, and how it ended. */
    record Result(int exitCode, String output) {}

    /** Skips the test, and says so, where no Docker engine answers; fails it where `CI` is set. */
    static void need() {
        Result result = run(List.of("docker", "version", "--format", "{{.Server.Version}}"));
        if (result.exitCode() != 0) {
            if (System.getenv("CI") != null) {
                Assertions.fail("no Docker engine answers: " + result.output());
            }
            System.err.println("\nNOT TESTED: the service's image. No Docker engine answers. " + result.output());
            Assumptions.abort("no Docker engine answers");
        }
    }

    /** Fails if the command does. */
    static String docker(String... arguments) {
        List<String> command = new ArrayList<>(List.of("docker"));
        command.addAll(List.of(arguments));
        Result result = run(command);
        if (result.exitCode() != 0) {
            throw new AssertionError("%s: exit code %d%n%s".formatted(command, result.exitCode(), result.output()));
        }
        return result.output().strip();
    }

    static Result run(List<String> command) {
        try {
            Path output = Files.createTempFile("docker", ".log");
            try {
                Process process = new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile())
                        .start();
                process.getOutputStream().close();
                if (!process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                    process.destroyForcibly();
                    throw new AssertionError(command + " did not end within " + LIMIT);
                }
                return new Result(process.exitValue(), Files.readString(output, StandardCharsets.UTF_8));
            } finally {
                Files.delete(output);
            }
        } catch (IOException e) {
            // there is no such program
            return new Result(127, String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new IOException(e));
        }
    }
}
