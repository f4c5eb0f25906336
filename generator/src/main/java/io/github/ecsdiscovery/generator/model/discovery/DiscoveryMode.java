package io.github.ecsdiscovery.generator.model.discovery;

/** How a service is discovered: by DNS, by ECS Service Connect, by both or not at all. */
public enum DiscoveryMode {
    DNS("dns"),
    CONNECT("connect"),
    BOTH("both"),
    NONE("none");

    private final String value;

    DiscoveryMode(String value) {
        this.value = value;
    }

    /** Returns whether Cloud Map registers DNS records. */
    public boolean hasDnsRecords() {
        return this == DNS || this == BOTH;
    }

    /** Returns whether callers use Service Connect. */
    public boolean usesServiceConnect() {
        return this == CONNECT || this == BOTH;
    }

    @Override
    public String toString() {
        return value;
    }
}
