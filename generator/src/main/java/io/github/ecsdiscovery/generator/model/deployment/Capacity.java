package io.github.ecsdiscovery.generator.model.deployment;

import io.github.ecsdiscovery.generator.model.schema.Key;
import org.jspecify.annotations.Nullable;

/**
 * The distribution of tasks over the Fargate capacity providers.
 *
 * <pre>
 * capacity: {FARGATE: 1, FARGATE_SPOT: 3, base: 1}
 * </pre>
 */
public record Capacity(
        @Key(name = "FARGATE", value = "The weight of on-demand capacity", example = "FARGATE: 1", max = 1000) @Nullable
        Integer fargate,

        @Key(
                name = "FARGATE_SPOT",
                value = "The weight of Spot capacity, which AWS reclaims with two minutes' notice",
                example = "FARGATE_SPOT: 3",
                max = 1000)
        @Nullable
        Integer fargateSpot,

        @Key(value = "How many tasks run on `FARGATE` before the weights apply", example = "base: 1", max = 100000)
        @Nullable
        Integer base) {}
