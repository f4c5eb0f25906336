package io.github.ecsdiscovery.archetype;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Runs Maven with the installation, the settings and the local repository of this build. The generator and the archetype also
 * come from this build.
 */
final class NestedMaven {

    private static final boolean WINDOWS =
            System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows");

    private NestedMaven() {}

    /** Runs the archetype as a user does, except that Maven downloads no archetype catalog. */
    static Result generate(Path folder, String... properties) {
        List<String> arguments = new ArrayList<>(List.of(
                System.getProperty("archetype.plugin") + ":generate",
                "-DarchetypeGroupId=io.github.ecsdiscovery",
                "-DarchetypeArtifactId=ecs-discovery-archetype",
                "-DarchetypeVersion=" + System.getProperty("archetype.version"),
                "-DarchetypeCatalog=internal"));
        arguments.addAll(List.of(properties));
        return run(folder, arguments);
    }

    static Result run(Path folder, List<String> arguments) {
        Path program = Path.of(System.getProperty("maven.home"), "bin", WINDOWS ? "mvn.cmd" : "mvn");
        List<String> command = new ArrayList<>(List.of(
                program.toString(),
                "-B",
                "-ntp",
                "-Dmaven.repo.local=" + System.getProperty("maven.repo.local"),
                "-Dmaven.ext.class.path=" + Path.of("target", "test-classes").toAbsolutePath(),
                "-D" + BuildWorkspaceReader.property("ecs-discovery-generator") + "="
                        + System.getProperty("generator.jar"),
                "-D" + BuildWorkspaceReader.property("ecs-discovery-archetype") + "="
                        + System.getProperty("archetype.jar")));
        Path settings = Path.of(System.getProperty("maven.settings").replaceFirst("^file:", ""));
        if (Files.exists(settings)) {
            command.addAll(List.of("-s", settings.toString()));
        }
        if (System.getProperty("maven.offline").endsWith(":true")) {
            command.add("-o");
        }
        command.addAll(arguments);
        return start(folder, command);
    }

    /** Runs a shell command. */
    static Result shell(Path folder, String line) {
        return start(folder, WINDOWS ? List.of("cmd", "/c", line) : List.of("sh", "-c", line));
    }

    private static Result start(Path folder, List<String> command) {
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        Map<String, String> environment = builder.environment();
        environment.put("JAVA_HOME", System.getProperty("java.home"));
        // These options make short runs faster.
        environment.merge(
                "MAVEN_OPTS", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC", (theirs, ours) -> theirs + " " + ours);
        try {
            Process process = builder.start();
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Result(process.waitFor(), output);
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    record Result(int exitCode, String output) {}
}
