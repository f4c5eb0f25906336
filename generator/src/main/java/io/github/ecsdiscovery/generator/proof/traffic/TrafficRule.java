package io.github.ecsdiscovery.generator.proof.traffic;

/**
 * A rule that a security group has in the end.
 *
 * @param resource the logical id of the rule where it is a resource of its own, else of the group
 * @param group the group that has it
 * @param line where it stands; of the group itself where nobody wrote the rule
 */
public record TrafficRule(
        Direction direction, String resource, String group, Traffic traffic, RulePeer peer, int line) {
    /** Which way a rule lets traffic pass. */
    public enum Direction {
        IN,
        OUT
    }

    /** Whether it is all that a group may let out: what EC2 gives a new group, and CloudFormation takes away again. */
    boolean isAllowAll() {
        return traffic.equals(Traffic.ALL)
                && (peer.toString().equals(AddressRange.EVERYTHING.toString())
                        || peer.toString().equals("::/0"));
    }

    /** Whether it lets nothing through, whatever it says. */
    boolean isVoid() {
        return peer instanceof RulePeer.Network network && network.range().isNobody();
    }
}
