package io.github.ecsdiscovery.generator.stack.network;

import io.github.ecsdiscovery.generator.stack.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * The route table of one private subnet. Each has its own, so that another kind of NAT changes routes, which is done in place,
 * and no association.
 *
 * @param routeId its route to the internet, or null where there is none
 * @param natGatewayId the gateway that the route leads to, or null
 */
public record PrivateRouteTable(
        String id,
        Value name,
        @Nullable String routeId,
        @Nullable String natGatewayId) {}
