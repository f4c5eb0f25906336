package io.github.ecsdiscovery.generator.rule;

import io.github.ecsdiscovery.generator.model.Service;

/** How many tasks there are at a time. */
final class Tasks {
    private Tasks() {}

    /** While a service is deployed: never fewer than at rest. */
    static long most(Service service) {
        return Math.max(
                service.count(), (long) service.count() * service.deployment().maxPercent() / 100);
    }
}
