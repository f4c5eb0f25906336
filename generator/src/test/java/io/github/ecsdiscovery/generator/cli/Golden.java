package io.github.ecsdiscovery.generator.cli;

import io.github.ecsdiscovery.generator.output.FileOutput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A folder with an input and its reviewed outputs.
 *
 * @param isOutput whether a file with this name is an output
 */
record Golden(Path folder, Predicate<String> isOutput) {
    /** How to handle outputs that differ. */
    enum Mode {
        COMPARE,
        UPDATE;

        /**
         * Returns the mode that {@code -Dgolden.update} requests.
         *
         * @throws AssertionError if an update is requested in continuous integration
         */
        static Mode requested(boolean update, boolean continuousIntegration) {
            if (update && continuousIntegration) {
                throw new AssertionError(
                        "-Dgolden.update is not allowed if CI is set, because a person must review the changes");
            }
            return update ? UPDATE : COMPARE;
        }
    }

    /** Compares the actual outputs with the files in the folder, or writes them to the folder. */
    void verify(Map<String, String> actual, Mode mode) {
        switch (mode) {
            case COMPARE -> compare(actual);
            case UPDATE -> update(actual);
        }
    }

    private void compare(Map<String, String> actual) {
        Map<String, String> expected = outputs();
        StringBuilder differences = new StringBuilder();
        actual.forEach((name, text) -> {
            String old = expected.remove(name);
            if (old == null) {
                differences.append("missing: ").append(folder.resolve(name)).append('\n');
            } else if (!old.equals(text)) {
                differences
                        .append("differs: ")
                        .append(folder.resolve(name))
                        .append('\n')
                        .append(Diff.of(old, text));
            }
        });
        expected.keySet()
                .forEach(name -> differences
                        .append("unexpected: ")
                        .append(folder.resolve(name))
                        .append('\n'));
        if (!differences.isEmpty()) {
            throw new AssertionError(differences + "run with -Dgolden.update to accept");
        }
    }

    private void update(Map<String, String> actual) {
        try {
            for (Map.Entry<String, String> output : actual.entrySet()) {
                Path file = folder.resolve(output.getKey());
                if (new FileOutput(file).write(output.getValue())) {
                    System.out.println("golden: wrote " + file);
                }
            }
            for (String name : outputs().keySet()) {
                if (!actual.containsKey(name)) {
                    Files.delete(folder.resolve(name));
                    System.out.println("golden: deleted " + folder.resolve(name));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the outputs in the folder with their contents. */
    private Map<String, String> outputs() {
        Map<String, String> outputs = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                String name = String.valueOf(file.getFileName());
                if (isOutput.test(name)) {
                    outputs.put(name, Files.readString(file, StandardCharsets.UTF_8));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return outputs;
    }
}
