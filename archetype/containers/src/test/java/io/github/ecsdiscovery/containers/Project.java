package io.github.ecsdiscovery.containers;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The project that is tested: the service with its Dockerfile and the config that it is deployed with. */
final class Project {

    private static final Path REPOSITORY =
            Path.of(System.getProperty("containers.folder"), "..", "..").normalize();
    private static final Path FOLDER = Path.of(System.getProperty("service.folder"));
    private static final Path CONFIG = REPOSITORY.resolve("examples/two-services/config.yaml");

    /** A name apart from that of a system of the same config on this machine, and the probe that the image brings along. */
    private static final List<String> CHANGES = List.of(
            "--set",
            "name=end-to-end",
            "--set",
            "tag=end-to-end",
            "--set",
            "defaults.healthCheck.command=[bash, /app/bin/healthy]");

    private Project() {}

    static Path repository() {
        return REPOSITORY;
    }

    static Template template() {
        return Template.parse(generate("render", "--compact"));
    }

    /** A file for `docker compose`; what has `ingress` is published on 127.0.0.1. */
    static String composeFile() {
        return generate("compose", "--set", "defaults.ingress=[127.0.0.1/32]");
    }

    /** By the commands of the README, once the jar is there. */
    static void buildImage(Template template) {
        Docker.build(template.services().get(0).image(), FOLDER);
    }

    private static String generate(String command, String... options) {
        List<String> line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar",
                REPOSITORY.resolve("generator/target/generator.jar").toString(),
                command,
                CONFIG.toString(),
                "-q"));
        line.addAll(CHANGES);
        line.addAll(List.of(options));
        return Command.run(line);
    }
}
