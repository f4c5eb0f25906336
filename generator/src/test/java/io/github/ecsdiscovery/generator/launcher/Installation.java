package io.github.ecsdiscovery.generator.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A copy of the built launcher and jar, with its own cache folder. */
final class Installation {
    private static final Path BUILT = Path.of("target").toAbsolutePath();

    /** Generous, because the machine may be busy. */
    private static final Duration TIMEOUT = Duration.ofMinutes(3);

    private final Path folder;
    private final Map<String, String> environment = new TreeMap<>();

    private Installation(Path folder) {
        this.folder = folder;
    }

    /** Creates an installation that uses the Java of this process and an empty cache. */
    static Installation in(Path parent) throws IOException {
        Installation installation = new Installation(Files.createDirectories(parent.resolve("installation")));
        for (String name : List.of("ecs-discovery", "generator.jar")) {
            Files.copy(BUILT.resolve(name), installation.folder.resolve(name));
        }
        installation.with("PATH", System.getenv("PATH"));
        installation.with("JAVA_HOME", System.getProperty("java.home"));
        installation.with("XDG_CACHE_HOME", parent.resolve("cache").toString());
        return installation;
    }

    Path launcher() {
        return folder.resolve("ecs-discovery");
    }

    Path jar() {
        return folder.resolve("generator.jar");
    }

    /** Sets an environment variable for processes that are started later. */
    Installation with(String name, String value) {
        environment.put(name, value);
        return this;
    }

    Installation without(String name) {
        environment.remove(name);
        return this;
    }

    /** Runs the launcher to its end. */
    Launch launch(String... arguments) throws IOException, InterruptedException {
        return start(arguments).finished();
    }

    /** Starts the launcher. */
    Launch.Running start(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(launcher().toString()));
        command.addAll(List.of(arguments));
        return start(command);
    }

    Launch.Running start(List<String> command) throws IOException {
        return Launch.start(command, folder, environment);
    }

    /** Returns the names of all archives, complete or not. */
    List<String> archives() throws IOException {
        Path archives = Path.of(environment.get("XDG_CACHE_HOME"), "ecs-discovery", "start");
        if (!Files.isDirectory(archives)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(archives)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        } catch (UncheckedIOException e) {
            return archives();
        }
    }

    /** Waits until there is this number of archives and none is being created. */
    void await(int count) throws IOException, InterruptedException {
        Instant end = Instant.now().plus(TIMEOUT);
        while (!isSettled(count) && Instant.now().isBefore(end)) {
            Thread.sleep(50);
        }
        assertThat(archives()).hasSize(count).allMatch(name -> name.endsWith(".jsa"));
    }

    private boolean isSettled(int count) throws IOException {
        List<String> names = archives();
        return names.size() == count && names.stream().allMatch(name -> name.endsWith(".jsa"));
    }

    /** Returns whether a run loads classes from our archive, which is a layer on top of the JVM's own archive. */
    boolean usesArchive(Path log, String... command) throws IOException, InterruptedException {
        Files.deleteIfExists(log);
        with("_JAVA_OPTIONS", "-Xlog:class+load:file=" + log);
        try {
            assertThat(start(List.of(command)).finished().code()).isZero();
        } finally {
            without("_JAVA_OPTIONS");
        }
        return Files.readString(log).contains("ecsdiscovery.generator.Main source: shared objects file (top)");
    }

    /** Creates a folder that looks like a JDK with a script as {@code java}. */
    static Path jdk(Path folder, String version, String script) throws IOException {
        Path java = Files.createDirectories(folder.resolve("bin")).resolve("java");
        Files.writeString(java, "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.writeString(folder.resolve("release"), "IMPLEMENTOR=\"Nobody\"\nJAVA_VERSION=\"" + version + "\"\n");
        Files.createDirectories(folder.resolve("lib"));
        Files.writeString(folder.resolve("lib").resolve("modules"), version);
        return folder;
    }
}
