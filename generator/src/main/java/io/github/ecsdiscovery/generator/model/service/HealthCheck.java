package io.github.ecsdiscovery.generator.model.service;

import io.github.ecsdiscovery.generator.model.schema.Key;
import io.github.ecsdiscovery.generator.model.schema.Unit;
import org.jspecify.annotations.Nullable;

/**
 * How ECS finds out that a container is well. It replaces a task that fails, so the check must not look at peers.
 *
 * <pre>
 * healthCheck:
 *   command: [/bin/probe, "8080"]
 *   interval: 10
 * </pre>
 */
public record HealthCheck(
        @Key(value = "A list is run as it is, a text by the image's shell", required = true)
        Command command,

        @Key(value = "Seconds between two checks", min = 5, max = 300, byDefault = "`30`", unit = Unit.SECONDS)
        @Nullable
        Integer interval,

        @Key(value = "Seconds until a check has failed", min = 2, max = 60, byDefault = "`5`", unit = Unit.SECONDS)
        @Nullable
        Integer timeout,

        @Key(value = "Failed checks in a row until the task is replaced", min = 1, max = 10, byDefault = "`3`")
        @Nullable
        Integer retries,

        @Key(
                value = "Seconds after the start in which a failed check does not count",
                max = 300,
                byDefault = "`0`",
                unit = Unit.SECONDS)
        @Nullable
        Integer startPeriod) {}
