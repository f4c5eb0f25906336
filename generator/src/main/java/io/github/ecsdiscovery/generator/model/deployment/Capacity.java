package io.github.ecsdiscovery.generator.model.deployment;

import io.github.ecsdiscovery.generator.model.schema.Key;
import org.jspecify.annotations.Nullable;

/**
 * How tasks are shared out between Fargate's capacity providers.
 *
 * <pre>
 * capacity: {FARGATE: 1, FARGATE_SPOT: 3, base: 1}
 * </pre>
 */
public record Capacity(
        @Key(name = "FARGATE", value = "The weight of on-demand capacity", max = 1000) @Nullable
        Integer fargate,

        @Key(
                name = "FARGATE_SPOT",
                value = "The weight of spare capacity, which AWS takes back at two minutes' notice",
                max = 1000)
        @Nullable
        Integer fargateSpot,

        @Key(value = "How many tasks run on FARGATE before the weights count", max = 100000) @Nullable
        Integer base) {}
