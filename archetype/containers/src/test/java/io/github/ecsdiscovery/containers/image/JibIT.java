package io.github.ecsdiscovery.containers.image;

import static io.github.ecsdiscovery.containers.Docker.docker;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.ecsdiscovery.containers.Docker;
import io.github.ecsdiscovery.containers.GeneratedProject;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Compares the image of a project's profile `jib` with the image of its Dockerfile. */
class JibIT {

    private static final String TAG = ":" + ProcessHandle.current().pid();
    private static final String IMAGE = "ecs-discovery-jib-test" + TAG;
    private static final String OF_DOCKERFILE = "ecs-discovery-jib-test-dockerfile" + TAG;
    private static final String ARM = "ecs-discovery-jib-test-arm" + TAG;
    private static final String ARM_BASE = "ecs-discovery-jib-test-arm-base" + TAG;

    @BeforeAll
    static void build() {
        Docker.require();
        Docker.build(OF_DOCKERFILE, GeneratedProject.folder());
        // The tests of this project passed when it was generated.
        jib(IMAGE, "eclipse-temurin:25-jre", "-DskipTests", "package");
    }

    @AfterAll
    static void remove() {
        Docker.attempt(List.of("image", "rm", "--force", IMAGE, OF_DOCKERFILE, ARM, ARM_BASE));
    }

    /** Compares the whole configuration: user, ports, labels, variables and others. */
    @Test
    void hasTheConfigurationOfTheDockerfileImage() {
        JsonObject image = config(IMAGE);
        JsonObject dockerfileImage = config(OF_DOCKERFILE);
        assertThat(strings(image.remove("Entrypoint")))
                .startsWith("bash", "/app/bin/run")
                .endsWith("com.example.walk.Main");
        assertThat(strings(dockerfileImage.remove("Entrypoint"))).startsWith("bash", "/app/bin/run");
        assertThat(strings(image.remove("Env")))
                .containsExactlyInAnyOrderElementsOf(strings(dockerfileImage.remove("Env")));
        // Jib does not support health checks, and ECS ignores those of images.
        assertThat(dockerfileImage.remove("Healthcheck")).isNotNull();
        assertThat(image).isEqualTo(dockerfileImage);
    }

    @Test
    void hasTheJarsAndScriptsOfTheDockerfileImage() {
        String list = """
                cd /app && find . -name '*.jar' -o -name run -o -name healthy | xargs sha256sum | sed 's| .*/| |' | sort""";
        assertThat(shell(IMAGE, list))
                .isEqualTo(shell(OF_DOCKERFILE, list))
                .contains(" service.jar", " vertx-core-", " run", " healthy");
    }

    @Test
    void containsNoFilesThatItsUserCanWrite() {
        assertThat(shell(IMAGE, "find /app -writable")).isEmpty();
    }

    @Test
    void runsWithoutRootOnAReadOnlyFileSystem() {
        try (Container container = Container.start(IMAGE, "--env", "PORT=9000").awaitStart()) {
            // requests /health/live
            assertThat(container.exec("bash", "/app/bin/healthy").exitCode()).isZero();
            assertThat(container.exec("id", "--user").output()).isEqualToIgnoringNewLines("10001");
            assertThat(container.exec("touch", "/tmp/file").output()).contains("Read-only file system");
            assertThat(container.log().lines()).allMatch(line -> line.startsWith("{\"time\":"));
        }
    }

    @Test
    void choosesOptionsByCpuLimitWithoutAClassDataArchive() {
        try (Container container = Container.start(IMAGE, "--cpus", "0.25").awaitStart()) {
            assertThat(container.exec("cat", "/proc/1/cmdline").output().split("\0"))
                    .contains("-XX:MaxRAMPercentage=50", "-XX:ActiveProcessorCount=1", "-XX:TieredStopAtLevel=1")
                    .noneMatch(option -> option.contains("SharedArchiveFile"));
        }
    }

    @Test
    void exitsWithZeroOnSigterm() {
        try (Container container =
                Container.start(IMAGE, "--env", "SERVICE_DRAIN=1").awaitStart()) {
            container.stop();
        }
    }

    @Test
    void hasTheArchitectureOfTheConfig() throws IOException {
        assertThat(Files.readString(GeneratedProject.folder().resolve("compose.yaml")))
                .contains("    platform: " + platform(IMAGE) + "\n");
    }

    /** Uses an empty base image, because Jib runs nothing in it. */
    @Test
    void buildsForAnotherArchitecture(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("Dockerfile"), "FROM scratch\nCOPY Dockerfile /\n");
        docker("build", "--platform", "linux/arm64", "--tag", ARM_BASE, folder.toString());
        jib(ARM, ARM_BASE, "-Djib.from.platforms=linux/arm64");
        assertThat(platform(ARM)).isEqualTo("linux/arm64");
    }

    /** Builds as in the project's README, with a base image from the local engine. */
    private static void jib(String image, String base, String... more) {
        List<String> arguments = new ArrayList<>(List.of(more));
        arguments.addAll(List.of("-Pjib", "jib:buildTar"));
        arguments.addAll(List.of("-Djib.from.image=docker://" + base, "-Djib.to.image=" + image));
        // Keeps the user's cache unchanged.
        arguments.add("-Djib.useOnlyProjectCache=true");
        NestedMaven.run(GeneratedProject.folder(), arguments);
        docker(
                "load",
                "--input",
                GeneratedProject.folder().resolve("target/jib-image.tar").toString());
    }

    private static JsonObject config(String image) {
        return new JsonObject(docker("image", "inspect", "--format", "{{json .Config}}", image));
    }

    private static String platform(String image) {
        return docker("image", "inspect", "--format", "{{.Os}}/{{.Architecture}}", image);
    }

    private static String shell(String image, String line) {
        return docker("run", "--rm", "--entrypoint", "bash", image, "-c", line);
    }

    private static List<String> strings(Object array) {
        return ((JsonArray) array).stream().map(String.class::cast).toList();
    }
}
