package io.github.ecsdiscovery.archetype;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** Where tests make their projects; they stay there, for whoever wants to see them. */
final class Folders {

    private Folders() {}

    static Path empty(String name) throws IOException {
        Path folder = Path.of("target", "projects", name).toAbsolutePath();
        if (Files.exists(folder)) {
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path each : (Iterable<Path>) all.sorted(Comparator.reverseOrder())::iterator) {
                    Files.delete(each);
                }
            }
        }
        return Files.createDirectories(folder);
    }
}
