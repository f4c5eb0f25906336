package io.github.ecsdiscovery.generator.proof.traffic;

/**
 * A security group rule that is in effect after deployment.
 *
 * @param resource the logical id of the rule if it is a separate resource, otherwise of the group
 * @param group the id of the group that has the rule
 * @param line the line of the rule, or of the group for the default egress rule, which no template contains
 */
public record TrafficRule(
        Direction direction, String resource, String group, Traffic traffic, RulePeer peer, int line) {
    /** The direction of the traffic that a rule permits. */
    public enum Direction {
        INGRESS,
        EGRESS
    }

    /** Returns whether the rule permits all traffic to all addresses, like the default egress rule of a new group. */
    boolean isAllowAll() {
        return traffic.equals(Traffic.ALL)
                && (peer.toString().equals(AddressRange.ANY.toString())
                        || peer.toString().equals("::/0"));
    }

    /** Returns whether no traffic can match the rule, because its peer is the broadcast address. */
    boolean matchesNothing() {
        return peer instanceof RulePeer.Network network && network.range().isBroadcast();
    }
}
