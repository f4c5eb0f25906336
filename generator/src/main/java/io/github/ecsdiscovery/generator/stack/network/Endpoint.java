package io.github.ecsdiscovery.generator.stack.network;

import io.github.ecsdiscovery.generator.stack.value.Value;
import java.util.List;

/**
 * An endpoint of the stack's own VPC, by which a service of AWS is reached without the internet.
 *
 * @param service the service, as its endpoints are named
 * @param routeTables the tables that a gateway endpoint stands in; none for an interface endpoint
 * @param subnets those that an interface endpoint has addresses in; none for a gateway endpoint
 */
public record Endpoint(String id, Value service, List<Value> routeTables, List<Value> subnets, Value name) {
    public Endpoint {
        routeTables = List.copyOf(routeTables);
        subnets = List.copyOf(subnets);
    }

    /** Whether it is a gateway endpoint, which is a route and has no address. */
    public boolean isGateway() {
        return subnets.isEmpty();
    }
}
