package io.github.ecsdiscovery.containers;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/** Runs Docker's command line. */
public final class Docker {

    private static final Path PROVIDE_BASE_IMAGE =
            Path.of(System.getProperty("containers.folder"), "provide-base-image");

    private Docker() {}

    /** Skips the test with a message if no Docker engine responds. Fails the test if `CI` is set. */
    public static void require() {
        require("Install Docker and start its engine", "docker", "version", "--format", "{{.Server.Version}}");
    }

    /** Does the same for any program. */
    static void require(String advice, String... command) {
        Command.Result result = Command.attempt(List.of(command));
        if (result.exitCode() != 0) {
            String reason = "`%s` fails. %s. %s".formatted(String.join(" ", command), advice, result.output());
            if (System.getenv("CI") != null) {
                Assertions.fail(reason);
            }
            System.err.println("\nNOT TESTED: the service in containers. " + reason);
            Assumptions.abort(reason);
        }
    }

    /** Builds an image on the service's base image. */
    public static void build(String image, Path folder) {
        provideBaseImage();
        docker("build", "--tag", image, folder.toString());
    }

    /** Pulls or builds the service's base image if it does not exist. */
    public static void provideBaseImage() {
        Command.run("bash", PROVIDE_BASE_IMAGE.toString());
    }

    /** Runs a Docker command, and returns its output. Fails if the command fails. */
    public static String docker(String... arguments) {
        return docker(List.of(arguments));
    }

    static String docker(List<String> arguments) {
        Command.Result result = attempt(arguments);
        if (result.exitCode() != 0) {
            throw new AssertionError("docker %s: exit code %d%n%s"
                    .formatted(String.join(" ", arguments), result.exitCode(), result.output()));
        }
        return result.output().strip();
    }

    /** Runs a Docker command that may fail. */
    public static Command.Result attempt(List<String> arguments) {
        return Command.attempt(command(arguments));
    }

    /** Runs a Docker command with this text as its standard input, and returns its output. */
    static String runWithInput(String input, List<String> arguments) {
        return Command.run(input, command(arguments));
    }

    private static List<String> command(List<String> arguments) {
        List<String> command = new ArrayList<>(arguments);
        command.add(0, "docker");
        return command;
    }
}
