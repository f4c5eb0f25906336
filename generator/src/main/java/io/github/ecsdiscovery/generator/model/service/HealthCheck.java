package io.github.ecsdiscovery.generator.model.service;

import io.github.ecsdiscovery.generator.model.schema.Key;
import io.github.ecsdiscovery.generator.model.schema.Unit;
import org.jspecify.annotations.Nullable;

/**
 * The container health check of ECS. ECS replaces tasks that fail it, so the check must not depend on other services.
 *
 * <pre>
 * healthCheck:
 *   command: [/bin/probe, "8080"]
 *   interval: 10
 * </pre>
 */
public record HealthCheck(
        @Key(
                value = "The command to run in the container; a list runs as written, a text runs in the image's shell",
                example = "command: [/bin/probe, \"8080\"]",
                required = true)
        Command command,

        @Key(
                value = "The time between two checks, in seconds",
                example = "interval: 10",
                min = 5,
                max = 300,
                unit = Unit.SECONDS,
                byDefault = "`30`")
        @Nullable
        Integer interval,

        @Key(
                value = "The time after which a check fails, in seconds",
                example = "timeout: 3",
                min = 2,
                max = 60,
                unit = Unit.SECONDS,
                byDefault = "`5`")
        @Nullable
        Integer timeout,

        @Key(
                value = "How many consecutive checks must fail before ECS replaces the task",
                example = "retries: 5",
                min = 1,
                max = 10,
                byDefault = "`3`")
        @Nullable
        Integer retries,

        @Key(
                value = "How long failed checks are ignored after the container starts, in seconds",
                example = "startPeriod: 30",
                max = 300,
                unit = Unit.SECONDS,
                byDefault = "`0`")
        @Nullable
        Integer startPeriod) {}
