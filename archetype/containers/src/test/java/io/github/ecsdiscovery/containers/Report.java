package io.github.ecsdiscovery.containers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What a run found: printed, and kept as a page below `target`; with `-Dcontainers.record` as one that is committed. */
final class Report {

    private static final Path FOLDER = Path.of(
            System.getProperty("containers.folder"),
            Boolean.getBoolean("containers.record") ? "results" : "target/results");

    private Report() {}

    static String row(String what, Object found) {
        return "| %s | %s |".formatted(what, found);
    }

    static void write(String file, String title, List<String> rows, List<Setback> setbacks) {
        List<String> lines = new ArrayList<>(List.of("# " + title, "", "| | |", "| --- | --- |"));
        lines.addAll(rows);
        lines.add("");
        setbacks.forEach(setback -> lines.add("- " + setback));
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
