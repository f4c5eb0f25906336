package io.github.ecsdiscovery.generator.model.network;

import io.github.ecsdiscovery.generator.model.schema.Format;
import io.github.ecsdiscovery.generator.model.schema.Key;
import java.util.List;

/**
 * The subnets of an existing VPC.
 *
 * <pre>
 * subnets:
 *   public: [subnet-0123456789abcdef0]
 *   private: [subnet-0fedcba9876543210]
 * </pre>
 */
public record Subnets(
        @Key(
                name = "public",
                value = "Ids of subnets that have a route to an internet gateway",
                example = "public: [subnet-0123456789abcdef0]",
                format = Format.SUBNET_ID,
                maxEntries = 16)
        List<String> publicIds,

        @Key(
                name = "private",
                value = "Ids of subnets that have no route to an internet gateway",
                example = "private: [subnet-0123456789abcdef0, subnet-0fedcba9876543210]",
                format = Format.SUBNET_ID,
                maxEntries = 16)
        List<String> privateIds) {
    public Subnets {
        publicIds = List.copyOf(publicIds);
        privateIds = List.copyOf(privateIds);
    }

    /** Returns the ids of the subnets of the given type. */
    public List<String> of(Placement placement) {
        return switch (placement) {
            case PUBLIC -> publicIds;
            case PRIVATE -> privateIds;
        };
    }
}
