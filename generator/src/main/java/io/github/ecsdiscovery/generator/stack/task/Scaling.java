package io.github.ecsdiscovery.generator.stack.task;

import io.github.ecsdiscovery.generator.stack.value.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a service's number of tasks follows what it has to do.
 *
 * @param resource the service, in the words of Application Auto Scaling
 */
public record Scaling(String targetId, Value resource, int min, int max, List<Policy> policies) {
    public Scaling {
        policies = List.copyOf(policies);
    }

    /**
     * What is kept.
     *
     * @param metric a predefined metric
     * @param label of what the metric is measured, where there are several
     */
    public record Policy(
            String id,
            String name,
            String metric,
            int target,
            @Nullable Value label) {}
}
