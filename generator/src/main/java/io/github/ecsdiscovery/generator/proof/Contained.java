package io.github.ecsdiscovery.generator.proof;

import java.util.List;

/**
 * A container of a service's tasks.
 *
 * @param essential whether its end is the task's
 * @param waits the containers that it waits for
 */
public record Contained(String name, boolean essential, List<Wait> waits, int line) {
    public Contained {
        waits = List.copyOf(waits);
    }

    static Contained of(Container container) {
        return new Contained(container.name(), container.essential(), container.waits(), container.line());
    }
}
