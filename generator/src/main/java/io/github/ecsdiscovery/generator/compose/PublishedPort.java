package io.github.ecsdiscovery.generator.compose;

import io.github.ecsdiscovery.generator.model.network.Port;
import io.github.ecsdiscovery.generator.model.network.Protocol;

/**
 * A port of a service on the machine's loopback address.
 *
 * @param first of the machine's ports, one for each replica
 * @param last of them
 */
public record PublishedPort(int first, int last, Port port) {
    private static final String LOOPBACK = "127.0.0.1";

    /** {@code 127.0.0.1:21370-21371:8080}. */
    String mapping() {
        String range = first == last ? Integer.toString(first) : first + "-" + last;
        String transport = port.protocol().transport();
        return LOOPBACK + ":" + range + ":" + port.number() + (transport.equals("udp") ? "/udp" : "");
    }

    /** Where the first replica is found: {@code http://127.0.0.1:21370}. */
    public String address() {
        return (port.protocol() == Protocol.HTTP ? "http://" : "") + LOOPBACK + ":" + first;
    }
}
