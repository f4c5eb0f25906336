package io.github.ecsdiscovery.generator.model.network;

/** How security groups are assigned to services. */
public enum SecurityGroups {
    /** Each service has its own group; services can connect to each other only along {@code calls}. */
    PER_SERVICE("perService"),
    /** All services share one group, which allows traffic within itself and outbound. */
    SHARED("shared");

    private final String value;

    SecurityGroups(String value) {
        this.value = value;
    }

    @Override
    public String toString() {
        return value;
    }
}
