package io.github.ecsdiscovery.generator.diagnostic;

/** The severity of a problem. */
public enum Severity {
    /** The config cannot be rendered. */
    ERROR("error"),
    /** The config can be rendered, but probably not as intended. {@code acceptWarnings} suppresses the warning. */
    WARNING("warning"),
    /** Information only. */
    NOTE("note");

    private final String word;

    Severity(String word) {
        this.word = word;
    }

    /** Returns the printed form, such as {@code error}. */
    @Override
    public String toString() {
        return word;
    }
}
