package io.github.ecsdiscovery.archetype;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ecsdiscovery.archetype.NestedMaven.Result;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A project that the archetype has generated. */
record GeneratedProject(Path folder, String output) {

    /** Files of the build and of editors, as in the project's .gitignore. */
    private static final List<String> IGNORED = List.of("target/", "compose.yaml", ".idea/", ".vscode/");

    static GeneratedProject make(Path parent, String artifactId, String... properties) {
        List<String> all = new ArrayList<>(Arrays.asList(properties));
        all.add("-DartifactId=" + artifactId);
        Result result = NestedMaven.generate(parent, all.toArray(String[]::new));
        assertThat(result.exitCode()).as(result.output()).isZero();
        return new GeneratedProject(parent.resolve(artifactId), result.output());
    }

    /** Runs `mvn verify` with the generator of this build, and fails if it fails. */
    String verify(String... options) throws IOException {
        Result result = tryToVerify(options);
        assertThat(result.exitCode()).as(result.output()).isZero();
        return result.output();
    }

    Result tryToVerify(String... options) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("verify"));
        arguments.addAll(List.of(options));
        Result result = NestedMaven.run(folder, arguments);
        assertThat(folder.resolve("target/ecs-discovery/generator.jar"))
                .as(result.output())
                .hasSameBinaryContentAs(Path.of(System.getProperty("generator.jar")));
        return result;
    }

    String read(String file) throws IOException {
        return Files.readString(folder.resolve(file));
    }

    /** Returns the texts of all files by path, without build output. Paths use `/`. */
    SortedMap<String, String> files() {
        return files(folder);
    }

    static SortedMap<String, String> files(Path folder) {
        SortedMap<String, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : (Iterable<Path>) all.filter(Files::isRegularFile)::iterator) {
                String path = folder.relativize(file).toString().replace('\\', '/');
                if (IGNORED.stream().noneMatch(path::startsWith)) {
                    files.put(path, Files.readString(file));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }
}
