package io.github.ecsdiscovery.generator.stack.network;

import io.github.ecsdiscovery.generator.stack.value.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A NAT gateway, either in a public subnet or regional. AWS assigns the addresses of a regional one.
 *
 * @param addressId the logical id of its address, or null for a regional gateway
 * @param subnetId the logical id of its subnet, or null for a regional gateway
 * @param dependsOn logical ids of resources without which it cannot reach the internet
 */
public record NatGateway(
        String id, @Nullable String addressId, @Nullable String subnetId, List<String> dependsOn, Value name) {
    public NatGateway {
        dependsOn = List.copyOf(dependsOn);
    }
}
