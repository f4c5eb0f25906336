package io.github.ecsdiscovery.generator.model.network;

/** The protocol of a port. */
public enum Protocol {
    HTTP("http"),
    TCP("tcp"),
    GRPC("grpc"),
    UDP("udp");

    private final String value;

    Protocol(String value) {
        this.value = value;
    }

    /** Returns the transport protocol for security groups and port mappings: {@code tcp} or {@code udp}. */
    public String transport() {
        return this == UDP ? "udp" : "tcp";
    }

    @Override
    public String toString() {
        return value;
    }
}
