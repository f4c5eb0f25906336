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
 * A folder with an input and the outputs that were once found right.
 *
 * @param folder where both lie
 * @param isOutput whether a file of this name is an output
 */
record Golden(Path folder, Predicate<String> isOutput) {
    /** What to do about outputs that differ. */
    enum Mode {
        COMPARE,
        UPDATE;

        /** As {@code -Dgolden.update} says; continuous integration never updates. */
        static Mode asked(boolean update, boolean continuousIntegration) {
            if (update && continuousIntegration) {
                throw new AssertionError("-Dgolden.update is for people, who look at what it changed; CI is set here");
            }
            return update ? UPDATE : COMPARE;
        }
    }

    /** Holds what was made against what lies there, or puts it there. */
    void hold(Map<String, String> made, Mode mode) {
        switch (mode) {
            case COMPARE -> compare(made);
            case UPDATE -> update(made);
        }
    }

    private void compare(Map<String, String> made) {
        Map<String, String> there = outputs();
        StringBuilder wrong = new StringBuilder();
        made.forEach((name, text) -> {
            String old = there.remove(name);
            if (old == null) {
                wrong.append("is missing: ").append(folder.resolve(name)).append('\n');
            } else if (!old.equals(text)) {
                wrong.append("differs: ")
                        .append(folder.resolve(name))
                        .append('\n')
                        .append(Diff.of(old, text));
            }
        });
        there.keySet()
                .forEach(name -> wrong.append("comes of no input: ")
                        .append(folder.resolve(name))
                        .append('\n'));
        if (!wrong.isEmpty()) {
            throw new AssertionError(wrong + "run with -Dgolden.update to accept");
        }
    }

    private void update(Map<String, String> made) {
        try {
            for (Map.Entry<String, String> output : made.entrySet()) {
                Path file = folder.resolve(output.getKey());
                if (new FileOutput(file).write(output.getValue())) {
                    System.out.println("golden: wrote " + file);
                }
            }
            for (String name : outputs().keySet()) {
                if (!made.containsKey(name)) {
                    Files.delete(folder.resolve(name));
                    System.out.println("golden: deleted " + folder.resolve(name));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The files that lie there and are outputs, with what they hold. */
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
