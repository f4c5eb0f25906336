package io.github.ecsdiscovery.generator.proof.check;

/** The result of a check. */
public enum Tristate {
    YES,
    /** The result depends on something outside the template, such as the routes of an existing VPC. */
    UNKNOWN,
    NO;

    /** Returns the result of two checks that must both pass: the worse of the two. */
    public Tristate and(Tristate other) {
        return compareTo(other) >= 0 ? this : other;
    }

    /** Returns the result of two checks of which one must pass: the better of the two. */
    public Tristate or(Tristate other) {
        return compareTo(other) <= 0 ? this : other;
    }
}
