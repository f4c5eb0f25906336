package io.github.ecsdiscovery.generator.stack.task;

import io.github.ecsdiscovery.generator.stack.task.Task.ContainerHealthCheck;
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
 * @param limits its share of the task's CPU and memory
 * @param process the process that it runs
 * @param filesystem its root file system and volumes
 * @param variables its environment variables and secrets
 * @param lifecycle when it starts and stops, and when it is healthy
 */
public record ContainerDefinition(
        String name,
        Value image,
        Limits limits,
        Process process,
        Filesystem filesystem,
        List<PortMapping> ports,
        Variables variables,
        Lifecycle lifecycle) {
    public ContainerDefinition {
        ports = List.copyOf(ports);
    }

    /**
     * The share of the task's CPU and memory.
     *
     * @param cpu reserved CPU units, or null for none
     * @param memory the memory limit in MiB, or null for all memory of the task
     */
    public record Limits(@Nullable Integer cpu, @Nullable Integer memory) {}

    /**
     * The process of a container.
     *
     * @param entrypoint empty for that of the image
     * @param command empty for that of the image
     * @param user the user of the process, or null for that of the image
     * @param hasInit whether ECS starts an init process first
     */
    public record Process(
            List<Value> entrypoint,
            List<Value> command,
            @Nullable String user,
            boolean hasInit) {
        public Process {
            entrypoint = List.copyOf(entrypoint);
            command = List.copyOf(command);
        }
    }

    /**
     * The file system of a container.
     *
     * @param isRootReadonly whether the root file system is read-only
     * @param volumes its writable volumes
     */
    public record Filesystem(boolean isRootReadonly, List<Volume> volumes) {
        public Filesystem {
            volumes = List.copyOf(volumes);
        }
    }

    /** The environment variables of a container, with values in the template or from a secret store. */
    public record Variables(List<Variable> environment, List<Secret> secrets) {
        public Variables {
            environment = List.copyOf(environment);
            secrets = List.copyOf(secrets);
        }
    }

    /**
     * The lifecycle of a container.
     *
     * @param isEssential whether the task stops when the container stops
     * @param healthCheck its health check, or null for none
     * @param dependencies the containers that it waits for
     * @param startTimeout seconds after which containers that wait for it give up, or null for no limit
     * @param stopTimeout seconds between SIGTERM and SIGKILL, or null for the default of ECS
     */
    public record Lifecycle(
            boolean isEssential,
            @Nullable ContainerHealthCheck healthCheck,
            List<ContainerDependency> dependencies,
            @Nullable Integer startTimeout,
            @Nullable Integer stopTimeout) {
        public Lifecycle {
            dependencies = List.copyOf(dependencies);
        }
    }

    /** A container to wait for, and the condition that it must reach, such as {@code SUCCESS}. */
    public record ContainerDependency(String container, String condition) {}
}
