package io.github.ecsdiscovery.generator.rule;

import io.github.ecsdiscovery.generator.model.service.Service;

/** How many tasks there are at a time. */
public final class TaskCounts {
    private TaskCounts() {}

    /** While a service is deployed: never fewer than at rest. */
    public static long most(Service service) {
        int tasks = service.count().max();
        return Math.max(tasks, (long) tasks * service.deployment().maxPercent() / 100);
    }
}
