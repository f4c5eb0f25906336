package io.github.ecsdiscovery.generator.proof.check;

/** Whether something is so, as far as a template tells. */
public enum Tristate {
    YES,
    /** It hangs on what is outside of the template. */
    UNKNOWN,
    NO;

    /** Both at once: the worse of the two. */
    public Tristate and(Tristate other) {
        return compareTo(other) >= 0 ? this : other;
    }

    /** Either: the better of the two. */
    public Tristate or(Tristate other) {
        return compareTo(other) <= 0 ? this : other;
    }
}
