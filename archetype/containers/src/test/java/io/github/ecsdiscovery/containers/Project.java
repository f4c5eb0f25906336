package io.github.ecsdiscovery.containers;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The project that is tested: the walk-through's two services, as the tests of the archetype have made and built them. */
public final class Project {

    private static final Path REPOSITORY =
            Path.of(System.getProperty("containers.folder"), "..", "..").normalize();
    private static final Path FOLDER =
            Path.of(System.getProperty("project.folder")).normalize();
    private static final Path JOINING =
            Path.of(System.getProperty("joining.folder")).normalize();

    /** Names apart from those of the same project when somebody runs it on this machine. */
    private static final List<String> CHANGES = List.of("--set", "name=end-to-end", "--set", "tag=end-to-end");

    private Project() {}

    static Path repository() {
        return REPOSITORY;
    }

    static Template template() {
        return Template.parse(render("--compact"));
    }

    static void buildImage(String name) {
        Docker.build(name, folder());
    }

    public static Path folder() {
        return built(FOLDER);
    }

    /** A project whose stack joins that of the other one, and calls both of its services. */
    static Path joining() {
        return built(JOINING);
    }

    private static Path built(Path folder) {
        assertThat(folder.resolve("target/service.jar"))
                .as("the tests of the archetype make and build this project: -pl archetype -am")
                .isRegularFile();
        return folder;
    }

    private static String render(String... options) {
        List<String> line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar",
                REPOSITORY.resolve("generator/target/generator.jar").toString(),
                "render",
                folder().resolve("config.yaml").toString(),
                "-q"));
        line.addAll(CHANGES);
        line.addAll(List.of(options));
        return Command.run(line);
    }
}
