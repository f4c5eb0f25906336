package io.github.ecsdiscovery.containers;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/** Docker, by its own command line. */
public final class Docker {

    private static final Path PROVIDE_BASE_IMAGE =
            Path.of(System.getProperty("containers.folder"), "provide-base-image");

    private Docker() {}

    /** Skips the test, and says so, where no Docker engine answers; fails it where `CI` is set. */
    public static void need() {
        need("Install Docker, and start its engine", "docker", "version", "--format", "{{.Server.Version}}");
    }

    /** The same for any program. */
    static void need(String advice, String... command) {
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

    /** Builds it on the base image that the service has. */
    public static void build(String image, Path folder) {
        provideBaseImage();
        docker("build", "--tag", image, folder.toString());
    }

    /** Pulls or makes the image on which the service's is built, unless it is there. */
    public static void provideBaseImage() {
        Command.run("bash", PROVIDE_BASE_IMAGE.toString());
    }

    /** What it wrote; fails if the command does. */
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

    /** For what may fail. */
    public static Command.Result attempt(List<String> arguments) {
        return Command.attempt(command(arguments));
    }

    /** What it answered to this on its standard input. */
    static String dialogue(String input, List<String> arguments) {
        return Command.run(input, command(arguments));
    }

    private static List<String> command(List<String> arguments) {
        List<String> command = new ArrayList<>(arguments);
        command.add(0, "docker");
        return command;
    }
}
