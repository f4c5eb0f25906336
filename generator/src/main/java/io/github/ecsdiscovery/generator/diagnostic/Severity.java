package io.github.ecsdiscovery.generator.diagnostic;

/** How much a problem matters. */
public enum Severity {
    /** Nothing is written. */
    ERROR("error"),
    /** Works, but not as most people would want it; the config's {@code acceptWarnings} silences it. */
    WARNING("warning"),
    /** Good to know. */
    NOTE("note");

    private final String word;

    Severity(String word) {
        this.word = word;
    }

    /** As it is printed: {@code error}. */
    @Override
    public String toString() {
        return word;
    }
}
