package io.github.ecsdiscovery.generator.stack.task;

import io.github.ecsdiscovery.generator.stack.value.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The automatic scaling of a service.
 *
 * @param targetId the logical id of the scalable target
 * @param resource the resource id of the service in Application Auto Scaling
 * @param min the minimum number of tasks
 * @param max the maximum number of tasks
 */
public record Scaling(String targetId, Value resource, int min, int max, List<Policy> policies) {
    public Scaling {
        policies = List.copyOf(policies);
    }

    /**
     * A target tracking policy.
     *
     * @param metric a predefined metric of Application Auto Scaling
     * @param target the value that scaling keeps the metric at
     * @param label the resource that the metric measures, or null if the metric needs none
     */
    public record Policy(
            String id,
            String name,
            String metric,
            int target,
            @Nullable Value label) {}
}
