package io.github.ecsdiscovery.generator.proof.task;

import java.util.List;

/**
 * A container of a service's tasks.
 *
 * @param essential whether its end is the task's
 * @param waits the containers that it waits for
 */
public record ContainerSummary(String name, boolean essential, List<ContainerDependency> waits, int line) {
    public ContainerSummary {
        waits = List.copyOf(waits);
    }

    public static ContainerSummary of(DeployedContainer container) {
        return new ContainerSummary(container.name(), container.essential(), container.waits(), container.line());
    }
}
