package io.github.ecsdiscovery.generator.proof.traffic;

import io.github.ecsdiscovery.generator.proof.check.Tristate;

/**
 * Traffic that security groups permit from one member of the VPC to another.
 *
 * @param from the name of the sender
 * @param to the name of the receiver
 * @param traffic the traffic that both rules permit
 * @param certainty {@link Tristate#YES} if both rules match the other side; {@link Tristate#UNKNOWN} if that depends on
 *     addresses that the template does not contain
 * @param egress the rule of the sender
 * @param ingress the rule of the receiver
 */
public record PermittedFlow(
        String from, String to, Traffic traffic, Tristate certainty, TrafficRule egress, TrafficRule ingress) {
    /** Returns whether this flow permits everything that the other permits, with at least the same certainty. */
    public boolean covers(PermittedFlow other) {
        return from.equals(other.from)
                && to.equals(other.to)
                && traffic.covers(other.traffic)
                && certainty.compareTo(other.certainty) <= 0;
    }
}
