package io.github.ecsdiscovery.generator.compose;

import io.github.ecsdiscovery.generator.model.service.Dependency;
import io.github.ecsdiscovery.generator.stack.task.ContainerDefinition;
import io.github.ecsdiscovery.generator.stack.task.Task;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The container whose network the other containers of a task share.
 *
 * <p>On Fargate, a task has one network. In Compose, containers share a network only by joining that of one container, the
 * owner. The owner has to start first and keep running. It is the service's own container, unless that waits for sidecars
 * that keep running; then it is the first of these sidecars. Containers that end before the owner starts have their own
 * networks.
 */
final class TaskNetwork {
    private final Map<String, ContainerDefinition> containers = new LinkedHashMap<>();
    private final ContainerDefinition owner;
    private final Set<String> endedBeforeOwner;

    TaskNetwork(Task task) {
        task.containers().forEach(container -> containers.put(container.name(), container));
        List<ContainerDefinition> candidates = dependencies(task.main()).stream()
                .map(containers::get)
                .filter(container -> container != null && keepsRunning(container))
                .toList();
        owner = candidates.stream()
                .filter(container -> candidates.stream()
                        .noneMatch(other -> dependencies(container).contains(other.name())))
                .findFirst()
                .orElse(task.main());
        endedBeforeOwner = dependencies(owner);
    }

    ContainerDefinition owner() {
        return owner;
    }

    /** Returns whether a container joins the network of the owner. */
    boolean isJoinedBy(ContainerDefinition container) {
        return !container.equals(owner) && !endedBeforeOwner.contains(container.name());
    }

    /** Returns whether any container joins the network of the owner. */
    boolean isShared() {
        return containers.values().stream().anyMatch(this::isJoinedBy);
    }

    /** Returns whether no container waits for the end of this one. */
    private boolean keepsRunning(ContainerDefinition container) {
        return containers.values().stream()
                .flatMap(other -> other.lifecycle().dependencies().stream())
                .filter(dependency -> dependency.container().equals(container.name()))
                .noneMatch(
                        dependency -> Dependency.valueOf(dependency.condition()).isEnd());
    }

    /** Returns the names of all containers that a container waits for, directly or indirectly. */
    private Set<String> dependencies(ContainerDefinition container) {
        Set<String> names = new TreeSet<>();
        addDependencies(container, names);
        return names;
    }

    private void addDependencies(ContainerDefinition container, Set<String> names) {
        for (ContainerDefinition.ContainerDependency dependency :
                container.lifecycle().dependencies()) {
            ContainerDefinition other = containers.get(dependency.container());
            if (other != null && names.add(other.name())) {
                addDependencies(other, names);
            }
        }
    }
}
