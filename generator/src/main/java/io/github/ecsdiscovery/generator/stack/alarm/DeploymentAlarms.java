package io.github.ecsdiscovery.generator.stack.alarm;

import io.github.ecsdiscovery.generator.stack.value.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The CloudWatch alarms of one service. ECS fails and rolls back a deployment while one of them is in alarm.
 *
 * @param alarms alarms that the stack creates
 * @param names the names of all alarms, both created by the stack and existing
 * @param topics ARNs of SNS topics that the created alarms notify
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
     * @param description the condition of the alarm as a sentence
     * @param threshold the lowest value that is in alarm
     * @param metric the metric, or the numerator of a percentage of {@code total}
     * @param total the denominator of the percentage, or null if {@code metric} is compared directly
     */
    public record Alarm(
            String id,
            String description,
            int threshold,
            Metric metric,
            @Nullable Metric total) {}

    /** A CloudWatch metric with a period of one minute. */
    public record Metric(String namespace, String name, String statistic, List<Dimension> dimensions) {
        public Metric {
            dimensions = List.copyOf(dimensions);
        }
    }

    /** A dimension of a metric. */
    public record Dimension(String name, Value value) {}
}
