package io.github.ecsdiscovery.generator.config;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The configs of this project: the valid and invalid goldens, and the examples. */
public final class Samples {
    private static final List<Path> FOLDERS =
            List.of(Path.of("src", "test", "resources", "golden"), Path.of("..", "examples"));

    private static final int MAX_SIZE_OF_SMALL = 4_000;

    private Samples() {}

    /** A config file. */
    public record Sample(String name) {
        public byte[] bytes() {
            try {
                return Files.readAllBytes(Path.of(name));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        public String text() {
            return new String(bytes(), StandardCharsets.UTF_8);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    public static List<Sample> all() {
        List<Sample> samples = new ArrayList<>();
        for (Path folder : FOLDERS) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.filter(path -> path.endsWith("config.yaml"))
                        .sorted()
                        .toList()) {
                    samples.add(new Sample(file.toString()));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return samples;
    }

    /** Returns the valid configs with few services. */
    public static List<Sample> small() {
        return all().stream()
                .filter(sample -> !sample.name().contains("invalid") && sample.bytes().length < MAX_SIZE_OF_SMALL)
                .toList();
    }
}
