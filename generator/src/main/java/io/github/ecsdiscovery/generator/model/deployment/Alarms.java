package io.github.ecsdiscovery.generator.model.deployment;

import io.github.ecsdiscovery.generator.model.schema.Format;
import io.github.ecsdiscovery.generator.model.schema.Key;
import io.github.ecsdiscovery.generator.model.schema.Unit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * CloudWatch alarms that fail a deployment, so that ECS rolls it back. Each alarm evaluates the last three minutes.
 *
 * <pre>
 * alarms: {cpuPercent: 90, http5xxPercent: 5, unhealthyHosts: 1, names: [orders-latency]}
 * </pre>
 */
public record Alarms(
        @Key(
                value = "Average CPU, in percent of `cpu`, at which a deployment fails; `0` turns the alarm off",
                example = "cpuPercent: 90",
                max = 100,
                unit = Unit.PERCENT)
        @Nullable
        Integer cpuPercent,

        @Key(
                value = "Average memory, in percent of `memory`, at which a deployment fails; `0` turns the alarm off",
                example = "memoryPercent: 90",
                max = 100,
                unit = Unit.PERCENT)
        @Nullable
        Integer memoryPercent,

        @Key(
                value =
                        "Percentage of requests with a 5xx status at which a deployment fails; `0` turns the alarm off; needs `http`",
                example = "http5xxPercent: 5",
                max = 100,
                unit = Unit.PERCENT)
        @Nullable
        Integer http5xxPercent,

        @Key(
                value =
                        "Average number of tasks that fail the load balancer's health check at which a deployment fails; `0` turns the alarm off; needs `http`",
                example = "unhealthyHosts: 1",
                max = 5000)
        @Nullable
        Integer unhealthyHosts,

        @Key(
                value = "Existing CloudWatch alarms, of any metric, that fail a deployment",
                example = "names: [orders-latency]",
                format = Format.ALARM_NAME,
                maxEntries = 20)
        List<String> names,

        @Key(
                value = "SNS topics that the alarms of the other keys notify, during deployments and at any other time",
                example = "actions: [\"arn:aws:sns:eu-west-1:111122223333:alarms\"]",
                format = Format.TOPIC_ARN,
                maxEntries = 5)
        List<String> actions) {
    public Alarms {
        names = List.copyOf(names);
        actions = List.copyOf(actions);
    }
}
