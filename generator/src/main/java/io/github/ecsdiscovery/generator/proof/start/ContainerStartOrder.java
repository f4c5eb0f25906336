package io.github.ecsdiscovery.generator.proof.start;

import io.github.ecsdiscovery.generator.proof.check.Check;
import io.github.ecsdiscovery.generator.proof.task.ContainerDependency;
import io.github.ecsdiscovery.generator.proof.task.DeployedContainer;
import io.github.ecsdiscovery.generator.proof.task.DeployedTask;
import io.github.ecsdiscovery.generator.template.Template;
import io.github.ecsdiscovery.generator.template.TemplateResource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Answers whether ECS accepts the containers of a task together, and whether all of them eventually start.
 *
 * <ul>
 *   <li>Container names are unique, and {@code DependsOn} has no cycle.
 *   <li>{@code HEALTHY} requires a health check; {@code COMPLETE} and {@code SUCCESS} require a container that is not
 *       essential, because the task stops when an essential container exits.
 *   <li>The memory limits of the containers fit into the memory of the task.
 * </ul>
 *
 * <p>Source: the data type {@code ContainerDependency} and the action {@code RegisterTaskDefinition} of the Amazon ECS API
 * reference.
 */
final class ContainerStartOrder {
    private static final Set<String> CONDITIONS = Set.of("START", "COMPLETE", "SUCCESS", "HEALTHY");

    private final Template template;
    private final DeployedTask task;
    private final Map<String, DeployedContainer> containers = new LinkedHashMap<>();
    private final List<Check> problems = new ArrayList<>();

    ContainerStartOrder(Template template, DeployedTask task) {
        this.template = template;
        this.task = task;
    }

    /** Returns a check for each problem; no checks if ECS accepts the containers. */
    List<Check> problems() {
        for (DeployedContainer container : task.containers()) {
            if (containers.putIfAbsent(container.name(), container) != null) {
                report("two containers are named " + container.name(), container.line());
            }
        }
        for (DeployedContainer container : containers.values()) {
            container.lifecycle().dependencies().forEach(dependency -> checkDependency(container, dependency));
            if (transitiveDependencies(container).contains(container.name())) {
                report(container.name() + " waits for itself, directly or through other containers", container.line());
            }
        }
        checkMemory();
        return problems;
    }

    private void checkDependency(DeployedContainer container, ContainerDependency dependency) {
        String waits = container.name() + " waits for " + dependency.condition() + " of " + dependency.container();
        DeployedContainer other = containers.get(dependency.container());
        if (!CONDITIONS.contains(dependency.condition())) {
            report(waits + ", which is not a condition of ECS", dependency.line());
        } else if (other == null) {
            report(waits + ", which is not a container of the task", dependency.line());
        } else if (dependency.condition().equals("HEALTHY")
                && !other.lifecycle().hasHealthCheck()) {
            report(waits + ", which has no health check", dependency.line());
        } else if (dependency.requiresExit() && other.lifecycle().essential()) {
            report(waits + ", but the task stops when that essential container exits", dependency.line());
        }
    }

    private Set<String> transitiveDependencies(DeployedContainer container) {
        Set<String> found = new HashSet<>();
        collectDependencies(container, found);
        return found;
    }

    private void collectDependencies(DeployedContainer container, Set<String> found) {
        for (ContainerDependency dependency : container.lifecycle().dependencies()) {
            DeployedContainer other = containers.get(dependency.container());
            if (found.add(dependency.container()) && other != null) {
                collectDependencies(other, found);
            }
        }
    }

    private void checkMemory() {
        TemplateResource definition = task.definition();
        String taskMemory = definition == null ? "" : template.text(definition.at("Memory"));
        if (definition == null || !isNumber(taskMemory)) {
            return;
        }
        long sum = containers.values().stream()
                .map(container -> container.settings().memory())
                .filter(ContainerStartOrder::isNumber)
                .mapToLong(Long::parseLong)
                .sum();
        if (sum > Long.parseLong(taskMemory)) {
            report("the containers need " + sum + " MiB, but the task has " + taskMemory + " MiB", definition.line());
        }
    }

    private static boolean isNumber(String text) {
        return text.matches("[0-9]{1,9}");
    }

    private void report(String finding, int line) {
        problems.add(Check.no("container", finding, line));
    }
}
