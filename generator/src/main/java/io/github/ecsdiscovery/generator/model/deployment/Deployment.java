package io.github.ecsdiscovery.generator.model.deployment;

import io.github.ecsdiscovery.generator.model.schema.Key;
import io.github.ecsdiscovery.generator.model.schema.Unit;
import org.jspecify.annotations.Nullable;

/**
 * How a new version replaces the old one. The circuit breaker with rollback is always on.
 *
 * <pre>
 * deployment: {minPercent: 100, maxPercent: 200, alarms: {memoryPercent: 90}}
 * </pre>
 *
 * @param alarms what fails a deployment besides, or null for nothing
 */
public record Deployment(
        @Key("What ECS does with old and new tasks; no other than `rolling` is made")
        Strategy strategy,

        @Key(value = "How many of the wanted tasks stay up at least, in percent", max = 100, unit = Unit.PERCENT)
        int minPercent,

        @Key(
                value = "How many tasks run at the most, in percent of the wanted",
                min = 100,
                max = 200,
                unit = Unit.PERCENT)
        int maxPercent,

        @Key("Alarms that fail a deployment, which ECS rolls back then") @Nullable
        Alarms alarms) {}
