package io.github.ecsdiscovery.generator.stack.network;

import io.github.ecsdiscovery.generator.stack.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * A subnet of the stack's own VPC.
 *
 * @param position 1 to 6
 * @param zoneId the availability zone's id, or null for the Region's zone at that position
 * @param routeTableId the table that it is associated with
 */
public record Subnet(
        String id,
        String associationId,
        int position,
        @Nullable String zoneId,
        String cidr,
        String routeTableId,
        Value name) {
    /** The index of its zone in the Region's list, from 0. */
    public int zoneIndex() {
        return position - 1;
    }
}
