package io.github.ecsdiscovery.generator.stack.network;

import io.github.ecsdiscovery.generator.stack.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * The route table of one private subnet.
 *
 * <p>Each subnet has its own table, so that a different kind of NAT changes only routes, in place, and no association.
 *
 * @param routeId the logical id of its route to the internet, or null for none
 * @param natGatewayId the logical id of the NAT gateway of that route, or null
 */
public record PrivateRouteTable(
        String id,
        Value name,
        @Nullable String routeId,
        @Nullable String natGatewayId) {}
