package io.github.ecsdiscovery.generator.model.network;

/** What is spoken at a port. */
public enum Protocol {
    HTTP("http"),
    TCP("tcp"),
    GRPC("grpc"),
    UDP("udp");

    private final String word;

    Protocol(String word) {
        this.word = word;
    }

    /** The protocol below it, as security groups and port mappings name it: {@code tcp} or {@code udp}. */
    public String transport() {
        return this == UDP ? "udp" : "tcp";
    }

    @Override
    public String toString() {
        return word;
    }
}
