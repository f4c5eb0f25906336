package io.github.ecsdiscovery.generator.stack.network;

import io.github.ecsdiscovery.generator.stack.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * A subnet of the VPC that the stack creates.
 *
 * @param position the position of its zone, 1 to 6
 * @param zoneId the id of its Availability Zone, or null for the zone at that position in the Region's list
 * @param routeTableId the logical id of its route table
 */
public record Subnet(
        String id,
        String associationId,
        int position,
        @Nullable String zoneId,
        String cidr,
        String routeTableId,
        Value name) {
    /** Returns the index of its zone in the Region's list, starting at 0. */
    public int zoneIndex() {
        return position - 1;
    }
}
