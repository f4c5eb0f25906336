package io.github.ecsdiscovery.generator.model.cluster;

/** How much CloudWatch Container Insights collects of a cluster. */
public enum Insights {
    DISABLED("disabled"),
    ENABLED("enabled"),
    ENHANCED("enhanced");

    private final String word;

    Insights(String word) {
        this.word = word;
    }

    @Override
    public String toString() {
        return word;
    }
}
