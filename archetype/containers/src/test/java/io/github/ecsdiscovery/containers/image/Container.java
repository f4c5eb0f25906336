package io.github.ecsdiscovery.containers.image;

import static io.github.ecsdiscovery.containers.Docker.docker;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.ecsdiscovery.containers.Command;
import io.github.ecsdiscovery.containers.Docker;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/** A container of the service's image with minimal rights: a read-only file system and no capabilities. */
final class Container implements AutoCloseable {

    private static final Duration LIMIT = Duration.ofSeconds(90);

    private final String id;

    private Container(String id) {
        this.id = id;
    }

    static Container start(String image, String... options) {
        List<String> command = new ArrayList<>(List.of("run", "--detach", "--memory", "512m", "--read-only"));
        command.addAll(List.of("--cap-drop", "ALL", "--security-opt", "no-new-privileges"));
        command.addAll(List.of(options));
        command.add(image);
        return new Container(docker(command.toArray(String[]::new)));
    }

    Container awaitStart() {
        return await(() -> log().contains("\"message\":\"started\""));
    }

    Container awaitHealthy() {
        return await(() -> inspect("{{.State.Health.Status}}").equals("healthy"));
    }

    String inspect(String format) {
        return docker("inspect", "--format", format, id);
    }

    String log() {
        return docker("logs", id);
    }

    Command.Result exec(String... command) {
        List<String> all = new ArrayList<>(List.of("exec", id));
        all.addAll(List.of(command));
        return Docker.attempt(all);
    }

    /** Sends SIGTERM and, after 30 s, SIGKILL, as ECS does. Fails unless the service stops gracefully. */
    void stop() {
        docker("stop", "--time", "30", id);
        assertThat(inspect("{{.State.ExitCode}}")).as(log()).isEqualTo("0");
        assertThat(log()).endsWith("\"message\":\"stopped\"}");
    }

    void signal(String name) {
        docker("kill", "--signal", name, id);
    }

    private Container await(BooleanSupplier condition) {
        long end = System.nanoTime() + LIMIT.toNanos();
        while (!condition.getAsBoolean()) {
            boolean running = inspect("{{.State.Running}}").equals("true");
            if (!running || System.nanoTime() > end) {
                String log = log();
                close();
                throw new AssertionError((running ? "not ready within " + LIMIT : "the container ended") + ":\n" + log);
            }
            sleep();
        }
        return this;
    }

    private static void sleep() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        docker("rm", "--force", "--volumes", id);
    }
}
