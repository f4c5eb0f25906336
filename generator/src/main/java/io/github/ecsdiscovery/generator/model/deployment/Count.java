package io.github.ecsdiscovery.generator.model.deployment;

import io.github.ecsdiscovery.generator.model.schema.Form;
import io.github.ecsdiscovery.generator.model.schema.Key;
import io.github.ecsdiscovery.generator.model.schema.Unit;
import org.jspecify.annotations.Nullable;

/**
 * The number of tasks: fixed, or bounds and targets for automatic scaling.
 *
 * <pre>
 * count: 3
 * count: {min: 2, max: 10, cpuPercent: 60, requestsPerTask: 1000}
 * </pre>
 *
 * @param min the minimum; equal to {@code max} without scaling
 * @param max the maximum
 * @param scaling the scaling targets, or null for a fixed number
 */
public record Count(int min, int max, @Nullable Scaling scaling) {
    @Form(max = 5000)
    public static Count of(int tasks) {
        return new Count(tasks, tasks, null);
    }

    @Form
    public static Count of(Scaling scaling) {
        return new Count(scaling.min(), scaling.max(), scaling);
    }

    /** Bounds and targets of automatic scaling. With several targets, the one that requires the most tasks wins. */
    public record Scaling(
            @Key(value = "The minimum number of tasks", example = "min: 2", max = 5000, required = true)
            int min,

            @Key(value = "The maximum number of tasks", example = "max: 10", min = 1, max = 5000, required = true)
            int max,

            @Key(
                    value = "The average CPU that scaling maintains, in percent of `cpu`",
                    example = "cpuPercent: 60",
                    min = 1,
                    max = 100,
                    unit = Unit.PERCENT)
            @Nullable
            Integer cpuPercent,

            @Key(
                    value = "The average memory that scaling maintains, in percent of `memory`",
                    example = "memoryPercent: 70",
                    min = 1,
                    max = 100,
                    unit = Unit.PERCENT)
            @Nullable
            Integer memoryPercent,

            @Key(
                    value = "The load balancer requests per task and minute that scaling maintains; needs `http`",
                    example = "requestsPerTask: 1000",
                    min = 1,
                    max = 1_000_000)
            @Nullable
            Integer requestsPerTask) {
        /** Returns whether at least one target is set. */
        public boolean hasTarget() {
            return cpuPercent != null || memoryPercent != null || requestsPerTask != null;
        }
    }
}
