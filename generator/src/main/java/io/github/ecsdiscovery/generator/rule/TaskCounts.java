package io.github.ecsdiscovery.generator.rule;

import io.github.ecsdiscovery.generator.model.service.Service;

/** The number of tasks that a service runs at the same time. */
public final class TaskCounts {
    private TaskCounts() {}

    /** Returns the most tasks that run during a deployment, which is never below the most tasks between deployments. */
    public static long maximumDuringDeployment(Service service) {
        int tasks = service.count().max();
        return Math.max(tasks, (long) tasks * service.deployment().maxPercent() / 100);
    }
}
