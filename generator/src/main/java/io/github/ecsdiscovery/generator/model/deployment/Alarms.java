package io.github.ecsdiscovery.generator.model.deployment;

import io.github.ecsdiscovery.generator.model.schema.Format;
import io.github.ecsdiscovery.generator.model.schema.Key;
import io.github.ecsdiscovery.generator.model.schema.Unit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Alarms that fail a deployment, so that ECS goes back to what ran before: each looks at what the last three minutes were like.
 *
 * <pre>
 * alarms: {cpuPercent: 90, http5xxPercent: 5, unhealthyHosts: 1, names: [orders-latency]}
 * </pre>
 */
public record Alarms(
        @Key(
                value =
                        "The average of CPU from which on a deployment fails, in percent of `cpu`; `0` for no such alarm",
                max = 100,
                unit = Unit.PERCENT)
        @Nullable
        Integer cpuPercent,

        @Key(
                value =
                        "The average of memory from which on a deployment fails, in percent of `memory`; `0` for no such alarm",
                max = 100,
                unit = Unit.PERCENT)
        @Nullable
        Integer memoryPercent,

        @Key(
                value =
                        "The part of requests that end with a status from 500 on, in percent, from which on a deployment fails; `0` for no such alarm, and none without `http`",
                max = 100,
                unit = Unit.PERCENT)
        @Nullable
        Integer http5xxPercent,

        @Key(
                value =
                        "How many tasks the load balancer finds unwell, on average, when a deployment fails; `0` for no such alarm, and none without `http`",
                max = 5000)
        @Nullable
        Integer unhealthyHosts,

        @Key(value = "Alarms that are there already, of whatever they watch", format = Format.ALARM_NAME, most = 20)
        List<String> names,

        @Key(
                value = "Topics of SNS that are told when one of the alarms made here goes off, also at other times",
                format = Format.TOPIC_ARN,
                most = 5)
        List<String> actions) {
    public Alarms {
        names = List.copyOf(names);
        actions = List.copyOf(actions);
    }
}
