package io.github.ecsdiscovery.generator.model;

/** The set of defaults that a config starts from. */
public enum Preset {
    /** Cheap, public subnets. */
    DEVELOPMENT("development"),
    /** Private subnets, a gateway in each zone, logs of the network, tasks that cannot write to their own image. */
    PRODUCTION("production");

    private final String word;

    Preset(String word) {
        this.word = word;
    }

    @Override
    public String toString() {
        return word;
    }
}
