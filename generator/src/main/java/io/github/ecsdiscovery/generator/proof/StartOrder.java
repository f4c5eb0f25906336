package io.github.ecsdiscovery.generator.proof;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Whether ECS takes the containers of a task together, and each of them starts in the end. */
final class StartOrder {
    private static final Set<String> CONDITIONS = Set.of("START", "COMPLETE", "SUCCESS", "HEALTHY");

    private final Template template;
    private final Task task;
    private final Map<String, Container> containers = new LinkedHashMap<>();
    private final List<Hop> hops = new ArrayList<>();

    StartOrder(Template template, Task task) {
        this.template = template;
        this.task = task;
    }

    List<Hop> refusals() {
        for (Container container : task.containers()) {
            if (containers.putIfAbsent(container.name(), container) != null) {
                refuse("two containers are called " + container.name(), container.line());
            }
        }
        for (Container container : containers.values()) {
            container.waits().forEach(wait -> check(container, wait));
            if (before(container).contains(container.name())) {
                refuse(container.name() + " waits for itself, if by way of others", container.line());
            }
        }
        memory();
        return hops;
    }

    private void check(Container container, Wait wait) {
        String says = container.name() + " waits for " + wait.condition() + " of " + wait.container() + ", ";
        Container other = containers.get(wait.container());
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
    private Set<String> before(Container container) {
        Set<String> all = new HashSet<>();
        add(container, all);
        return all;
    }

    private void add(Container container, Set<String> all) {
        for (Wait wait : container.waits()) {
            Container other = containers.get(wait.container());
            if (all.add(wait.container()) && other != null) {
                add(other, all);
            }
        }
    }

    /** What containers have of the task's memory is there. */
    private void memory() {
        Resource definition = task.definition();
        String whole = definition == null ? "" : template.text(definition.at("Memory"));
        if (definition == null || !isNumber(whole)) {
            return;
        }
        long parts = containers.values().stream()
                .map(Container::memory)
                .filter(StartOrder::isNumber)
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
        hops.add(Hop.no("container", says, line));
    }
}
