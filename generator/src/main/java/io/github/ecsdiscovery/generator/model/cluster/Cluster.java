package io.github.ecsdiscovery.generator.model.cluster;

import io.github.ecsdiscovery.generator.model.schema.Format;
import io.github.ecsdiscovery.generator.model.schema.Key;
import org.jspecify.annotations.Nullable;

/**
 * The ECS cluster.
 *
 * <pre>
 * cluster: {insights: enabled}
 * cluster: {name: an-existing-one}
 * </pre>
 */
public record Cluster(
        @Key(value = "The name of an existing cluster; without it the stack has its own", format = Format.CLUSTER)
        @Nullable
        String name,

        @Key("What CloudWatch Container Insights collects") Insights insights) {}
