package io.github.ecsdiscovery.generator.proof;

/**
 * What one service may send to another: what a rule of the sender lets out and a rule of the receiver lets in.
 *
 * @param answer whether the two rules are about each other; unknown where that hangs on addresses that the template does not
 *     tell
 */
public record Flow(String from, String to, Traffic traffic, Answer answer, Rule out, Rule in) {
    /** Whether it says all that the other says. */
    boolean covers(Flow other) {
        return from.equals(other.from)
                && to.equals(other.to)
                && traffic.covers(other.traffic)
                && answer.compareTo(other.answer) <= 0;
    }
}
