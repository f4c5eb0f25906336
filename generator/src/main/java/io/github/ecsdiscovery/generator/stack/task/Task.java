package io.github.ecsdiscovery.generator.stack.task;

import io.github.ecsdiscovery.generator.stack.value.Value;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A task and its containers.
 *
 * @param cpu in CPU units, as text
 * @param memory in MiB, as text
 * @param architecture the CPU architecture, or null for the default of Fargate
 * @param ephemeralStorage in GiB, or null for the default of Fargate
 * @param main the main container, which runs the service's image
 * @param sidecars the other containers, sorted by name
 */
public record Task(
        String cpu,
        String memory,
        @Nullable String architecture,
        @Nullable Integer ephemeralStorage,
        ContainerDefinition main,
        List<ContainerDefinition> sidecars) {
    public Task {
        sidecars = List.copyOf(sidecars);
    }

    /** Returns all containers, starting with the main one. */
    public List<ContainerDefinition> containers() {
        return Stream.concat(Stream.of(main), sidecars.stream()).toList();
    }

    /** Returns the volumes of all containers. */
    public List<Volume> volumes() {
        return containers().stream()
                .flatMap(container -> container.filesystem().volumes().stream())
                .toList();
    }

    /** A volume that is empty when the task starts. */
    public record Volume(String name, String path) {}

    /**
     * A port of a container.
     *
     * @param name its name in Service Connect, or null without Service Connect
     * @param appProtocol the protocol that Service Connect interprets, or null if it forwards traffic unchanged
     */
    public record PortMapping(
            int port,
            String protocol,
            @Nullable String name,
            @Nullable String appProtocol) {}

    /** An environment variable of a container. */
    public record Variable(String name, Value value) {}

    /** An environment variable whose value ECS reads from a secret store. */
    public record Secret(String name, Value valueFrom) {}

    /**
     * A health check of a container, with times in seconds.
     *
     * @param command the words of the command; the first is {@code CMD} or {@code CMD-SHELL}
     */
    public record ContainerHealthCheck(
            List<Value> command,
            @Nullable Integer interval,
            @Nullable Integer timeout,
            @Nullable Integer retries,
            @Nullable Integer startPeriod) {
        public ContainerHealthCheck {
            command = List.copyOf(command);
        }
    }
}
