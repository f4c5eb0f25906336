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

/** Whether ECS takes the containers of a task together, and each of them starts in the end. */
final class ContainerStartOrder {
    private static final Set<String> CONDITIONS = Set.of("START", "COMPLETE", "SUCCESS", "HEALTHY");

    private final Template template;
    private final DeployedTask task;
    private final Map<String, DeployedContainer> containers = new LinkedHashMap<>();
    private final List<Check> hops = new ArrayList<>();

    ContainerStartOrder(Template template, DeployedTask task) {
        this.template = template;
        this.task = task;
    }

    List<Check> refusals() {
        for (DeployedContainer container : task.containers()) {
            if (containers.putIfAbsent(container.name(), container) != null) {
                refuse("two containers are called " + container.name(), container.line());
            }
        }
        for (DeployedContainer container : containers.values()) {
            container.waits().forEach(wait -> check(container, wait));
            if (before(container).contains(container.name())) {
                refuse(container.name() + " waits for itself, if by way of others", container.line());
            }
        }
        memory();
        return hops;
    }

    private void check(DeployedContainer container, ContainerDependency wait) {
        String says = container.name() + " waits for " + wait.condition() + " of " + wait.container() + ", ";
        DeployedContainer other = containers.get(wait.container());
        if (!CONDITIONS.contains(wait.condition())) {
            refuse(says + "which ECS does not know", wait.line());
        } else if (other == null) {
            refuse(says + "which is no container of the task", wait.line());
        } else if (wait.condition().equals("HEALTHY") && !other.checked()) {
            refuse(says + "which has no health check", wait.line());
        } else if (wait.isForEnd() && other.essential()) {
            refuse(says + "with which the task ends", wait.line());
        }
    }

    /** All that a container waits for, at first or second hand. */
    private Set<String> before(DeployedContainer container) {
        Set<String> all = new HashSet<>();
        add(container, all);
        return all;
    }

    private void add(DeployedContainer container, Set<String> all) {
        for (ContainerDependency wait : container.waits()) {
            DeployedContainer other = containers.get(wait.container());
            if (all.add(wait.container()) && other != null) {
                add(other, all);
            }
        }
    }

    /** What containers have of the task's memory is there. */
    private void memory() {
        TemplateResource definition = task.definition();
        String whole = definition == null ? "" : template.text(definition.at("Memory"));
        if (definition == null || !isNumber(whole)) {
            return;
        }
        long parts = containers.values().stream()
                .map(DeployedContainer::memory)
                .filter(ContainerStartOrder::isNumber)
                .mapToLong(Long::parseLong)
                .sum();
        if (parts > Long.parseLong(whole)) {
            refuse("containers have " + parts + " MiB of the task's " + whole, definition.line());
        }
    }

    private static boolean isNumber(String text) {
        return text.matches("[0-9]{1,9}");
    }

    private void refuse(String says, int line) {
        hops.add(Check.no("container", says, line));
    }
}
