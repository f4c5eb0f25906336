package io.github.ecsdiscovery.generator.compose;

import io.github.ecsdiscovery.generator.model.network.Port;
import io.github.ecsdiscovery.generator.model.network.Protocol;

/**
 * A port of a service that is published on the loopback address of this machine.
 *
 * @param first the first port of this machine; each replica has one port
 * @param last the last port of this machine
 * @param port the port of the container
 */
public record PublishedPort(int first, int last, Port port) {
    private static final String LOOPBACK = "127.0.0.1";

    /** Returns the mapping in the syntax of Compose: {@code 127.0.0.1:21370-21371:8080}. */
    String mapping() {
        String range = first == last ? Integer.toString(first) : first + "-" + last;
        String transport = port.protocol().transport();
        return LOOPBACK + ":" + range + ":" + port.number() + (transport.equals("udp") ? "/udp" : "");
    }

    /** Returns the address of the first replica: {@code http://127.0.0.1:21370}. */
    public String address() {
        return (port.protocol() == Protocol.HTTP ? "http://" : "") + LOOPBACK + ":" + first;
    }
}
