package io.github.ecsdiscovery.generator.model;

/** A text that has the right characters and still means nothing; the message says what was expected. */
public final class Malformed extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    /** An {@code expected} that follows the words {@code expected …}, such as {@code a port from 1 to 65535}. */
    public Malformed(String expected) {
        super(expected);
    }
}
