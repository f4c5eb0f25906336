package io.github.ecsdiscovery.generator.stack;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A task and its container.
 *
 * @param cpu CPU units, as text
 * @param memory MiB, as text
 * @param architecture the processor, or null for Fargate's default
 * @param containerMemory MiB, or null where the task's limit is the only one
 * @param ephemeralStorage GiB, or null for Fargate's default
 * @param stopTimeout seconds, or null for ECS's default
 */
public record Task(
        String cpu,
        String memory,
        @Nullable Integer containerMemory,
        @Nullable String architecture,
        @Nullable Integer ephemeralStorage,
        Value image,
        List<Value> entrypoint,
        List<Value> command,
        @Nullable String user,
        boolean readonlyRoot,
        List<Volume> volumes,
        List<PortMapping> ports,
        List<Variable> environment,
        List<Secret> secrets,
        @Nullable Health health,
        @Nullable Integer stopTimeout,
        boolean exec) {
    public Task {
        entrypoint = List.copyOf(entrypoint);
        command = List.copyOf(command);
        volumes = List.copyOf(volumes);
        ports = List.copyOf(ports);
        environment = List.copyOf(environment);
        secrets = List.copyOf(secrets);
    }

    /** An empty volume. */
    public record Volume(String name, String path) {}

    /** A port of the container. */
    public record PortMapping(int port, String protocol) {}

    /** A variable of the container. */
    public record Variable(String name, Value value) {}

    /** A variable whose value ECS takes from elsewhere, and from where. */
    public record Secret(String name, Value from) {}

    /** The container's health check: the command's words, the first of which is {@code CMD} or {@code CMD-SHELL}. */
    public record Health(
            List<Value> command,
            @Nullable Integer interval,
            @Nullable Integer timeout,
            @Nullable Integer retries,
            @Nullable Integer startPeriod) {
        public Health {
            command = List.copyOf(command);
        }
    }
}
