package io.github.ecsdiscovery.generator.rule;

import io.github.ecsdiscovery.generator.model.Service;

/** How many tasks there are at a time. */
final class Tasks {
    private Tasks() {}

    /** While a service is deployed: never fewer than at rest. */
    static long most(Service service) {
        int tasks = service.count().most();
        return Math.max(tasks, (long) tasks * service.deployment().maxPercent() / 100);
    }
}
