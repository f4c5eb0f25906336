package io.github.ecsdiscovery.generator.model.cluster;

/** The Container Insights level of a cluster. */
public enum Insights {
    DISABLED("disabled"),
    ENABLED("enabled"),
    ENHANCED("enhanced");

    private final String value;

    Insights(String value) {
        this.value = value;
    }

    @Override
    public String toString() {
        return value;
    }
}
