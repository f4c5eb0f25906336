package io.github.ecsdiscovery.generator.model.network;

import io.github.ecsdiscovery.generator.model.schema.Format;
import io.github.ecsdiscovery.generator.model.schema.Key;
import java.util.List;

/**
 * Subnets of an existing VPC.
 *
 * <pre>
 * subnets:
 *   public: [subnet-0123456789abcdef0]
 *   private: [subnet-0fedcba9876543210]
 * </pre>
 */
public record Subnets(
        @Key(name = "public", value = "Those with a route to an internet gateway", format = Format.SUBNET_ID, most = 16)
        List<String> open,

        @Key(name = "private", value = "Those without one", format = Format.SUBNET_ID, most = 16)
        List<String> closed) {
    public Subnets {
        open = List.copyOf(open);
        closed = List.copyOf(closed);
    }

    public List<String> of(Placement placement) {
        return switch (placement) {
            case PUBLIC -> open;
            case PRIVATE -> closed;
        };
    }
}
