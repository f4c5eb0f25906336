package io.github.ecsdiscovery.containers.image;

import static io.github.ecsdiscovery.containers.Docker.docker;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.ecsdiscovery.containers.Docker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("once")
class ImageIT {

    private static final String IMAGE =
            "ecs-discovery-image-test:" + ProcessHandle.current().pid();
    private static final Path SERVICE = Path.of(System.getProperty("service.folder"));
    private static final String PROBE = "[\"CMD\",\"bash\",\"/app/bin/healthy\"]";

    @BeforeAll
    static void build() {
        Docker.require();
        Docker.build(IMAGE, SERVICE);
    }

    @AfterAll
    static void remove() {
        Docker.attempt(List.of("image", "rm", "--force", IMAGE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.25", "1", "2"})
    void usesTheClassDataArchive(String processors) {
        String options = "JDK_JAVA_OPTIONS=-Xshare:on -Xlog:class+load";
        try (Container container = started("--cpus", processors, "--env", options)) {
            assertThat(container.log().lines().filter(line -> line.contains("[class,load]")))
                    .filteredOn(line -> line.contains("source: shared objects file (top)"))
                    .hasSizeGreaterThan(1_500)
                    .anyMatch(line -> line.contains(" io.github.ecsdiscovery.service.Main "))
                    .anyMatch(line -> line.contains(" io.vertx.core.Vertx "))
                    .anyMatch(line -> line.contains(" io.netty.channel.Channel "));
        }
    }

    @ParameterizedTest
    @CsvSource({"0.25, 1, true", "0.99, 1, true", "1, 1, false", "1.5, 2, false"})
    void choosesTheCompilerByCpuLimit(String processors, int rounded, boolean quick) {
        assertOptions(options("--cpus", processors), rounded, quick);
    }

    @ParameterizedTest
    @CsvSource({"0.25, 1, true", "0.5, 1, true", "1, 1, false", "4, 4, false"})
    void readsTheCpuLimitFromEcs(String processors, int rounded, boolean quick) throws IOException {
        try (TaskMetadata metadata =
                new TaskMetadata("\"Limits\":{\"CPU\":%s,\"Memory\":512},".formatted(processors))) {
            String uri = "ECS_CONTAINER_METADATA_URI_V4=" + metadata.uri();
            assertOptions(options("--network", "host", "--env", uri), rounded, quick);
        }
    }

    @Test
    void ignoresLimitsOfContainersInTheTaskMetadata() throws IOException {
        try (TaskMetadata metadata = new TaskMetadata("")) {
            String uri = "ECS_CONTAINER_METADATA_URI_V4=" + metadata.uri();
            assertThat(options("--network", "host", "--env", uri)).doesNotContain("ActiveProcessorCount");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://127.0.0.1:1/v4/e9028f8d", "http://[::1]/", "no address"})
    void startsWithoutTaskMetadata(String uri) {
        assertThat(options("--network", "host", "--env", "ECS_CONTAINER_METADATA_URI_V4=" + uri))
                .contains(" -XX:MaxRAMPercentage=")
                .doesNotContain("ActiveProcessorCount", "TieredStopAtLevel");
    }

    @Test
    void runsWithoutRootOnAReadOnlyFileSystem() {
        try (Container container = started()) {
            assertThat(container.exec("id", "--user").output()).isEqualToIgnoringNewLines("10001");
            assertThat(container.exec("touch", "/tmp/file").output()).contains("Read-only file system");
            assertThat(container.log().lines()).allMatch(line -> line.startsWith("{\"time\":"));
        }
    }

    @Test
    void containsNoFilesThatItsUserCanWrite() {
        String writable = docker("run", "--rm", "--entrypoint", "find", IMAGE, "/app", "-writable");
        assertThat(writable).isEmpty();
    }

    @Test
    void exitsWithZeroOnSigterm() {
        try (Container container = started("--cpus", "0.25", "--env", "SERVICE_DRAIN=1")) {
            container.stop();
        }
    }

    @Test
    void passesTheHealthCheckOfTheImage() {
        try (Container container =
                Container.start(IMAGE, "--cpus", "0.25", "--env", "PORT=9000", "--health-interval", "1s")) {
            container.awaitHealthy();
        }
    }

    @Test
    void passesTheHealthCheckOfTheConfig() throws IOException {
        assertThat(docker("image", "inspect", "--format", "{{json .Config.Healthcheck.Test}}", IMAGE))
                .isEqualTo(PROBE);
        assertThat(Files.readString(SERVICE.resolve("README.md"))).contains("command: [bash, /app/bin/healthy]");
        try (Container container = started("--env", "PORT=9000")) {
            assertThat(healthy(container)).isZero();
        }
    }

    @Test
    void failsTheHealthCheckWhenItHangs() {
        try (Container container = started()) {
            container.signal("STOP");
            assertThat(healthy(container)).isNotZero();
            container.signal("CONT");
            assertThat(healthy(container)).isZero();
        }
    }

    @Test
    void failsTheHealthCheckWhenNothingListens() {
        try (Container container = started()) {
            assertThat(container
                            .exec("env", "PORT=1", "bash", "/app/bin/healthy")
                            .exitCode())
                    .isNotZero();
        }
    }

    @Test
    void passesTheHealthCheckDuringTheLameDuck() {
        try (Container container = started("--env", "SERVICE_LAME_DUCK=20")) {
            container.signal("TERM");
            String ready =
                    "exec 3<>/dev/tcp/127.0.0.1/8080; printf 'GET /health/ready HTTP/1.1\\r\\nHost: x\\r\\n\\r\\n' >&3; cat <&3";
            assertThat(container.exec("bash", "-c", ready).output()).startsWith("HTTP/1.1 503");
            assertThat(healthy(container)).isZero();
        }
    }

    /** The time includes the engine's own share, because a task is charged for it. */
    @Test
    void healthCheckTakesLessThan50MillisecondsOfCpu() throws InterruptedException {
        try (Container container = started("--cpus", "0.25")) {
            awaitIdle(container);
            long[] costs = IntStream.range(0, 9)
                    .mapToLong(i -> {
                        long first = processorTime(container);
                        long second = processorTime(container);
                        assertThat(healthy(container)).isZero();
                        // Subtracts the cost of the measurement.
                        return processorTime(container) - second - (second - first);
                    })
                    .sorted()
                    .toArray();
            assertThat(Duration.ofNanos(costs[costs.length / 2]))
                    .as(Arrays.toString(costs))
                    .isBetween(Duration.ofMillis(1), Duration.ofMillis(50));
        }
    }

    @Test
    void isReproducible() {
        String layers = docker("image", "inspect", "--format", "{{json .RootFS.Layers}}", IMAGE);
        docker("build", "--tag", IMAGE, SERVICE.toString());
        assertThat(docker("image", "inspect", "--format", "{{json .RootFS.Layers}}", IMAGE))
                .isEqualTo(layers);
    }

    private static Container started(String... options) {
        return Container.start(IMAGE, options).awaitStart();
    }

    /** Returns the JVM's options, including those that it chooses itself. */
    private static String options(String... runOptions) {
        List<String> command = new ArrayList<>(List.of("run", "--rm", "--read-only", "--memory", "4g"));
        command.addAll(List.of(runOptions));
        command.addAll(
                List.of("--entrypoint", "bash", IMAGE, "/app/bin/run", "-XX:+PrintCommandLineFlags", "-version"));
        return " " + docker(command.toArray(String[]::new));
    }

    private static void assertOptions(String options, int processors, boolean quick) {
        assertThat(options)
                .contains(" -XX:ActiveProcessorCount=" + processors + " ")
                .contains(processors == 1 ? " -XX:+UseSerialGC" : " -XX:+UseG1GC");
        assertThat(options.contains(" -XX:TieredStopAtLevel=1 ")).as(options).isEqualTo(quick);
    }

    private static int healthy(Container container) {
        return container.exec("bash", "/app/bin/healthy").exitCode();
    }

    /** Waits for the end of the warm-up, which uses the whole CPU limit: 125 ms in each 500 ms. */
    private static void awaitIdle(Container container) throws InterruptedException {
        long before = processorTime(container);
        for (int i = 0; i < 60; i++) {
            Thread.sleep(500);
            long now = processorTime(container);
            if (now - before < Duration.ofMillis(50).toNanos()) {
                return;
            }
            before = now;
        }
        throw new AssertionError("the service did not become idle");
    }

    /** Returns the container's CPU time in nanoseconds, from cgroup v2 or v1. */
    private static long processorTime(Container container) {
        String read =
                "if read -r _ usage 2>/dev/null </sys/fs/cgroup/cpu.stat; then echo ${usage}000; else cat /sys/fs/cgroup/cpuacct/cpuacct.usage; fi";
        return Long.parseLong(container.exec("bash", "-c", read).output().strip());
    }
}
