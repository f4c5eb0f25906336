package io.github.ecsdiscovery.generator.model;

/** The set of defaults that a config starts from. */
public enum Preset {
    /** Cheap, public subnets. */
    DEVELOPMENT("development");

    private final String word;

    Preset(String word) {
        this.word = word;
    }

    @Override
    public String toString() {
        return word;
    }
}
