package io.github.ecsdiscovery.generator.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** The exit code and the output of a process. */
record Launch(int code, String out, String err) {
    /** A running process and its output so far. */
    record Running(Process process, CompletableFuture<String> out, CompletableFuture<String> err) {
        /** Waits for the end of the process and of all processes that can write to its output. */
        Launch finished() throws IOException, InterruptedException {
            process.getOutputStream().close();
            return new Launch(process.waitFor(), out.join(), err.join());
        }

        Running input(String text) throws IOException {
            process.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
            return this;
        }
    }

    /** Starts a command with exactly the given environment variables. */
    static Running start(List<String> command, Path folder, Map<String, String> environment) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        Process process = builder.start();
        return new Running(process, text(process.getInputStream()), text(process.getErrorStream()));
    }

    private static CompletableFuture<String> text(InputStream stream) {
        return CompletableFuture.supplyAsync(() -> {
            try (stream) {
                return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}
