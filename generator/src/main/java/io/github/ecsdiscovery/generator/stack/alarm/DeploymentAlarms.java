package io.github.ecsdiscovery.generator.stack.alarm;

import io.github.ecsdiscovery.generator.stack.value.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What fails a deployment of one service, so that ECS rolls it back.
 *
 * @param alarms those that the stack makes
 * @param names of all alarms: references to these, and the names of those that are there
 * @param topics that each of the stack's alarms tells
 */
public record DeploymentAlarms(List<Alarm> alarms, List<Value> names, List<Value> topics) {
    public DeploymentAlarms {
        alarms = List.copyOf(alarms);
        names = List.copyOf(names);
        topics = List.copyOf(topics);
    }

    /**
     * An alarm.
     *
     * @param description when it goes off, in words
     * @param threshold from which on it does
     * @param metric what it looks at, or of how many of {@code total} that is the part in percent
     * @param total null where {@code metric} itself counts
     */
    public record Alarm(
            String id,
            String description,
            int threshold,
            Metric metric,
            @Nullable Metric total) {}

    /** What CloudWatch measures once a minute. */
    public record Metric(String namespace, String name, String statistic, List<Dimension> dimensions) {
        public Metric {
            dimensions = List.copyOf(dimensions);
        }
    }

    /** What a metric is of. */
    public record Dimension(String name, Value value) {}
}
