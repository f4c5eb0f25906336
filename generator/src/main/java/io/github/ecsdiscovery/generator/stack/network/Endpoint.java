package io.github.ecsdiscovery.generator.stack.network;

import io.github.ecsdiscovery.generator.stack.value.Value;
import java.util.List;

/**
 * An endpoint of the VPC that the stack creates. It connects tasks to an AWS service without the internet.
 *
 * @param service the service name of the endpoint
 * @param routeTables the route tables of a gateway endpoint; empty for an interface endpoint
 * @param subnets the subnets of an interface endpoint; empty for a gateway endpoint
 */
public record Endpoint(String id, Value service, List<Value> routeTables, List<Value> subnets, Value name) {
    public Endpoint {
        routeTables = List.copyOf(routeTables);
        subnets = List.copyOf(subnets);
    }

    /** Returns whether this is a gateway endpoint, which is a route without an address. */
    public boolean isGateway() {
        return subnets.isEmpty();
    }
}
