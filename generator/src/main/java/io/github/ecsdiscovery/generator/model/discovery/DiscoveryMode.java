package io.github.ecsdiscovery.generator.model.discovery;

/** How a service is found: by DNS, through the proxies of ECS Service Connect, by either, or not at all. */
public enum DiscoveryMode {
    DNS("dns"),
    CONNECT("connect"),
    BOTH("both"),
    NONE("none");

    private final String word;

    DiscoveryMode(String word) {
        this.word = word;
    }

    /** Whether Cloud Map has records of it. */
    public boolean hasRecords() {
        return this == DNS || this == BOTH;
    }

    /** Whether Service Connect leads to it. */
    public boolean isConnect() {
        return this == CONNECT || this == BOTH;
    }

    @Override
    public String toString() {
        return word;
    }
}
