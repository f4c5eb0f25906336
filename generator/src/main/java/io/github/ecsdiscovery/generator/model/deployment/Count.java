package io.github.ecsdiscovery.generator.model.deployment;

import io.github.ecsdiscovery.generator.model.schema.Form;
import io.github.ecsdiscovery.generator.model.schema.Key;
import io.github.ecsdiscovery.generator.model.schema.Unit;
import org.jspecify.annotations.Nullable;

/**
 * How many tasks run: a number, or bounds and what is to be kept between them.
 *
 * <pre>
 * count: 3
 * count: {min: 2, max: 10, cpuPercent: 60, requestsPerTask: 1000}
 * </pre>
 *
 * @param least at rest; as many as there are always where nothing scales
 * @param most at the most
 * @param scaling what is kept, or null for a number that stays
 */
public record Count(int least, int most, @Nullable Scaling scaling) {
    @Form(max = 5000)
    public static Count of(int tasks) {
        return new Count(tasks, tasks, null);
    }

    @Form
    public static Count of(Scaling scaling) {
        return new Count(scaling.min(), scaling.max(), scaling);
    }

    /** Bounds, and what is to be kept between them: of several targets, the one that wants most tasks counts. */
    public record Scaling(
            @Key(value = "How many tasks run at least", max = 5000, required = true)
            int min,

            @Key(value = "How many tasks run at the most", min = 1, max = 5000, required = true)
            int max,

            @Key(value = "The average of CPU to keep, in percent of `cpu`", min = 1, max = 100, unit = Unit.PERCENT)
            @Nullable
            Integer cpuPercent,

            @Key(
                    value = "The average of memory to keep, in percent of `memory`",
                    min = 1,
                    max = 100,
                    unit = Unit.PERCENT)
            @Nullable
            Integer memoryPercent,

            @Key(
                    value = "The requests a minute that each task gets from the load balancer; needs `http`",
                    min = 1,
                    max = 1_000_000)
            @Nullable
            Integer requestsPerTask) {
        /** Whether it has anything to go by. */
        public boolean hasTarget() {
            return cpuPercent != null || memoryPercent != null || requestsPerTask != null;
        }
    }
}
