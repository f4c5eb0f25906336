package io.github.ecsdiscovery.generator.proof.traffic;

import io.github.ecsdiscovery.generator.proof.check.Tristate;

/**
 * What one service may send to another: what a rule of the sender lets out and a rule of the receiver lets in.
 *
 * @param answer whether the two rules are about each other; unknown where that hangs on addresses that the template does not
 *     tell
 */
public record PermittedFlow(String from, String to, Traffic traffic, Tristate answer, TrafficRule out, TrafficRule in) {
    /** Whether it says all that the other says. */
    public boolean covers(PermittedFlow other) {
        return from.equals(other.from)
                && to.equals(other.to)
                && traffic.covers(other.traffic)
                && answer.compareTo(other.answer) <= 0;
    }
}
