package io.github.ecsdiscovery.archetype;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** The folders in which tests create projects. They stay after the tests, so that developers can inspect them. */
final class TestFolders {

    private TestFolders() {}

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
