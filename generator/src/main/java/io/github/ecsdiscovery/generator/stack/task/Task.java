package io.github.ecsdiscovery.generator.stack.task;

import io.github.ecsdiscovery.generator.stack.value.Value;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A task and its containers.
 *
 * @param cpu CPU units, as text
 * @param memory MiB, as text
 * @param architecture the processor, or null for Fargate's default
 * @param ephemeralStorage GiB, or null for Fargate's default
 * @param own the service's own container
 * @param sidecars by name
 */
public record Task(
        String cpu,
        String memory,
        @Nullable String architecture,
        @Nullable Integer ephemeralStorage,
        ContainerDefinition own,
        List<ContainerDefinition> sidecars) {
    public Task {
        sidecars = List.copyOf(sidecars);
    }

    /** All of them, the service's own first. */
    public List<ContainerDefinition> containers() {
        return Stream.concat(Stream.of(own), sidecars.stream()).toList();
    }

    /** The volumes of all of them. */
    public List<Volume> volumes() {
        return containers().stream().flatMap(one -> one.volumes().stream()).toList();
    }

    /** An empty volume. */
    public record Volume(String name, String path) {}

    /**
     * A port of the container.
     *
     * @param name by which Service Connect knows it, or null where it does not
     * @param appProtocol what Service Connect makes of its traffic, or null where it passes it on as it is
     */
    public record PortMapping(
            int port,
            String protocol,
            @Nullable String name,
            @Nullable String appProtocol) {}

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
