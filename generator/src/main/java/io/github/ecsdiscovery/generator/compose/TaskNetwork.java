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
 * Which container of a task has the network that the others share.
 *
 * <p>On Fargate it is the task's. Compose knows none but a container's, whose name and ports it is reached by, and which has
 * to be there first and to stay. So it is the service's own, unless that waits for sidecars that stay: then it is the first
 * of these. What the owner waits for has ended before, and has a network of its own.
 */
final class TaskNetwork {
    private final Map<String, ContainerDefinition> containers = new LinkedHashMap<>();
    private final ContainerDefinition owner;
    private final Set<String> before;

    TaskNetwork(Task task) {
        task.containers().forEach(one -> containers.put(one.name(), one));
        List<ContainerDefinition> first = before(task.main()).stream()
                .map(containers::get)
                .filter(one -> one != null && stays(one))
                .toList();
        owner = first.stream()
                .filter(one -> first.stream().noneMatch(other -> before(one).contains(other.name())))
                .findFirst()
                .orElse(task.main());
        before = before(owner);
    }

    ContainerDefinition owner() {
        return owner;
    }

    /** Whether a container has the owner's network, and not one of its own. */
    boolean isJoinedBy(ContainerDefinition container) {
        return !container.equals(owner) && !before.contains(container.name());
    }

    /** Whether there is anybody beside the owner. */
    boolean isShared() {
        return containers.values().stream().anyMatch(this::isJoinedBy);
    }

    /** Whether nobody waits for its end. */
    private boolean stays(ContainerDefinition container) {
        return containers.values().stream()
                .flatMap(one -> one.lifecycle().dependencies().stream())
                .filter(one -> one.container().equals(container.name()))
                .noneMatch(one -> Dependency.valueOf(one.condition()).isEnd());
    }

    /** All that a container waits for, at first or second hand. */
    private Set<String> before(ContainerDefinition container) {
        Set<String> all = new TreeSet<>();
        add(container, all);
        return all;
    }

    private void add(ContainerDefinition container, Set<String> all) {
        for (ContainerDefinition.ContainerDependency dependency :
                container.lifecycle().dependencies()) {
            ContainerDefinition other = containers.get(dependency.container());
            if (other != null && all.add(other.name())) {
                add(other, all);
            }
        }
    }
}
