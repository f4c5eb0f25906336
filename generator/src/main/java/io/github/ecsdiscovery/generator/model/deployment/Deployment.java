package io.github.ecsdiscovery.generator.model.deployment;

import io.github.ecsdiscovery.generator.model.schema.Key;
import io.github.ecsdiscovery.generator.model.schema.Unit;
import org.jspecify.annotations.Nullable;

/**
 * The settings of a deployment. The deployment circuit breaker with rollback is always on.
 *
 * <pre>
 * deployment: {minPercent: 100, maxPercent: 200, alarms: {memoryPercent: 90}}
 * </pre>
 *
 * @param alarms alarms that also fail a deployment, or null for none
 */
public record Deployment(
        @Key(
                value = "How ECS replaces old tasks with new ones; only `rolling` is supported",
                example = "strategy: rolling")
        Strategy strategy,

        @Key(
                value = "The minimum number of running tasks during a deployment, in percent of the desired count",
                example = "minPercent: 50",
                max = 100,
                unit = Unit.PERCENT)
        int minPercent,

        @Key(
                value = "The maximum number of running tasks during a deployment, in percent of the desired count",
                example = "maxPercent: 150",
                min = 100,
                max = 200,
                unit = Unit.PERCENT)
        int maxPercent,

        @Key(value = "Alarms that fail a deployment; ECS then rolls it back", example = "alarms: {memoryPercent: 90}")
        @Nullable
        Alarms alarms) {}
