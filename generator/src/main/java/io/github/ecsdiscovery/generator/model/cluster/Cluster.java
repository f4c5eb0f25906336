package io.github.ecsdiscovery.generator.model.cluster;

import io.github.ecsdiscovery.generator.model.schema.Format;
import io.github.ecsdiscovery.generator.model.schema.Key;
import org.jspecify.annotations.Nullable;

/**
 * The ECS cluster.
 *
 * <pre>
 * cluster: {insights: enabled}
 * cluster: {name: shared-cluster}
 * </pre>
 */
public record Cluster(
        @Key(
                value = "The name of an existing cluster; omit it to create one",
                example = "name: shared-cluster",
                format = Format.CLUSTER)
        @Nullable
        String name,

        @Key(value = "The CloudWatch Container Insights level of the cluster", example = "insights: enhanced")
        Insights insights) {}
