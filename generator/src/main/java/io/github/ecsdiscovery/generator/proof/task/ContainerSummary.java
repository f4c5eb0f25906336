package io.github.ecsdiscovery.generator.proof.task;

import java.util.List;

/**
 * The parts of a container that reports show.
 *
 * @param essential whether the task stops when the container exits
 * @param dependencies the containers that it waits for
 */
public record ContainerSummary(String name, boolean essential, List<ContainerDependency> dependencies, int line) {
    public ContainerSummary {
        dependencies = List.copyOf(dependencies);
    }

    public static ContainerSummary of(DeployedContainer container) {
        return new ContainerSummary(
                container.name(),
                container.lifecycle().essential(),
                container.lifecycle().dependencies(),
                container.line());
    }
}
