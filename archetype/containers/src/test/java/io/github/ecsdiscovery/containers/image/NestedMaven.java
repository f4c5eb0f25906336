package io.github.ecsdiscovery.containers.image;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ecsdiscovery.containers.Command;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs Maven in another project with the installation, the settings, the local repository and the generator of this build. */
final class NestedMaven {

    private NestedMaven() {}

    /** Runs the build, and fails with its output if it fails. */
    static void run(Path folder, List<String> arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("maven.home"), "bin", "mvn").toString(),
                "-B",
                "-ntp",
                "-f",
                folder.resolve("pom.xml").toString(),
                "-Dmaven.repo.local=" + System.getProperty("maven.repo.local"),
                "-Dmaven.ext.class.path=" + System.getProperty("maven.extension"),
                "-Dthis-build.ecs-discovery-generator=" + System.getProperty("generator.jar")));
        Path settings = Path.of(System.getProperty("maven.settings").replaceFirst("^file:", ""));
        if (Files.exists(settings)) {
            command.addAll(List.of("-s", settings.toString()));
        }
        if (System.getProperty("maven.offline").endsWith(":true")) {
            command.add("-o");
        }
        command.addAll(arguments);
        Command.Result result = Command.attempt(command);
        assertThat(result.exitCode()).as(result.output()).isZero();
    }
}
