package io.github.ecsdiscovery.generator.stack.network;

import io.github.ecsdiscovery.generator.stack.value.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A NAT gateway: one that stands in a public subnet, or one of the Region, which AWS gives addresses itself.
 *
 * @param addressId its own address, or null for one of the Region
 * @param subnetId the subnet that it stands in, or null for one of the Region
 * @param dependsOn what must be there before it leads anywhere
 */
public record NatGateway(
        String id, @Nullable String addressId, @Nullable String subnetId, List<String> dependsOn, Value name) {
    public NatGateway {
        dependsOn = List.copyOf(dependsOn);
    }
}
