package io.github.ecsdiscovery.generator.proof;

/** Whether something is so, as far as a template tells. */
public enum Answer {
    YES,
    /** It hangs on what is outside of the template. */
    UNKNOWN,
    NO;

    /** Both at once: the worse of the two. */
    public Answer and(Answer other) {
        return compareTo(other) >= 0 ? this : other;
    }

    /** Either: the better of the two. */
    Answer or(Answer other) {
        return compareTo(other) <= 0 ? this : other;
    }
}
