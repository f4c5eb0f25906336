package io.github.ecsdiscovery.generator.stack.task;

import io.github.ecsdiscovery.generator.stack.task.Task.Health;
import io.github.ecsdiscovery.generator.stack.task.Task.PortMapping;
import io.github.ecsdiscovery.generator.stack.task.Task.Secret;
import io.github.ecsdiscovery.generator.stack.task.Task.Variable;
import io.github.ecsdiscovery.generator.stack.task.Task.Volume;
import io.github.ecsdiscovery.generator.stack.value.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A container of a task.
 *
 * @param essential whether the task ends when it ends
 * @param cpu CPU units of the task's that it may count on, or null for none
 * @param memory MiB of the task's that it may have, or null for all
 * @param volumes its own
 * @param dependencies the containers that it waits for
 * @param startTimeout seconds until those that wait for it give up, or null where they do not
 * @param stopTimeout seconds, or null for ECS's default
 * @param init whether a process of ECS's own comes first
 */
public record ContainerDefinition(
        String name,
        Value image,
        boolean essential,
        @Nullable Integer cpu,
        @Nullable Integer memory,
        List<Value> entrypoint,
        List<Value> command,
        @Nullable String user,
        boolean readonlyRoot,
        List<Volume> volumes,
        List<PortMapping> ports,
        List<Variable> environment,
        List<Secret> secrets,
        @Nullable Health health,
        List<Dependency> dependencies,
        @Nullable Integer startTimeout,
        @Nullable Integer stopTimeout,
        boolean init) {
    public ContainerDefinition {
        entrypoint = List.copyOf(entrypoint);
        command = List.copyOf(command);
        volumes = List.copyOf(volumes);
        ports = List.copyOf(ports);
        environment = List.copyOf(environment);
        secrets = List.copyOf(secrets);
        dependencies = List.copyOf(dependencies);
    }

    /** A container that has to be there before, and what it has to have done: {@code SUCCESS}. */
    public record Dependency(String container, String condition) {}
}
