package io.github.ecsdiscovery.containers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Prints the results of a run, and writes them to `target`. With `-Dcontainers.record`, writes them to `results`. */
final class Report {

    private static final Path FOLDER = Path.of(
            System.getProperty("containers.folder"),
            Boolean.getBoolean("containers.record") ? "results" : "target/results");

    private Report() {}

    static String row(String name, Object value) {
        return "| %s | %s |".formatted(name, value);
    }

    static void write(String file, String title, List<String> rows, List<Ejection> ejections) {
        List<String> lines = new ArrayList<>(List.of("# " + title, "", "| | |", "| --- | --- |"));
        lines.addAll(rows);
        lines.add("");
        ejections.forEach(ejection -> lines.add("- " + ejection));
        String text = String.join("\n", lines).strip() + "\n";
        System.out.println("\n" + text);
        try {
            Files.createDirectories(FOLDER);
            Files.writeString(FOLDER.resolve(file + ".md"), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
