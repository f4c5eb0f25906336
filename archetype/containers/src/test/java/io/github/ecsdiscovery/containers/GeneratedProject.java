package io.github.ecsdiscovery.containers;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The project under test: two services, generated and built by the tests of the archetype. */
public final class GeneratedProject {

    private static final Path REPOSITORY =
            Path.of(System.getProperty("containers.folder"), "..", "..").normalize();
    private static final Path FOLDER =
            Path.of(System.getProperty("project.folder")).normalize();
    private static final Path PLATFORM_FOLDER =
            Path.of(System.getProperty("joining.folder")).normalize();

    /** Names that differ from those of the same project when a developer runs it on this machine. */
    private static final List<String> OVERRIDES = List.of("--set", "name=end-to-end", "--set", "tag=end-to-end");

    private GeneratedProject() {}

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

    /** Returns the folder of the project that joins the first project's platform and calls both of its services. */
    static Path joiningFolder() {
        return built(PLATFORM_FOLDER);
    }

    private static Path built(Path folder) {
        assertThat(folder.resolve("target/service.jar"))
                .as("generate this project first: run the tests with -pl archetype -am")
                .isRegularFile();
        return folder;
    }

    private static String render(String... options) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar",
                REPOSITORY.resolve("generator/target/generator.jar").toString(),
                "render",
                folder().resolve("config.yaml").toString(),
                "-q"));
        command.addAll(OVERRIDES);
        command.addAll(List.of(options));
        return Command.run(command);
    }
}
