package io.github.ecsdiscovery.generator.model;

/** How a service is found. */
public enum DiscoveryMode {
    DNS("dns"),
    NONE("none");

    private final String word;

    DiscoveryMode(String word) {
        this.word = word;
    }

    @Override
    public String toString() {
        return word;
    }
}
