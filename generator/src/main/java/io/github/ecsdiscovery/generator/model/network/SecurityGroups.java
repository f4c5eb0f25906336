package io.github.ecsdiscovery.generator.model.network;

/** Whether each service has a security group of its own. */
public enum SecurityGroups {
    /** One each; services reach each other only along {@code calls}. */
    PER_SERVICE("perService"),
    /** One for all, open to itself and outwards. */
    SHARED("shared");

    private final String word;

    SecurityGroups(String word) {
        this.word = word;
    }

    @Override
    public String toString() {
        return word;
    }
}
