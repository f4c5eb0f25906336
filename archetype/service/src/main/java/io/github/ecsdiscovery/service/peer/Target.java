package io.github.ecsdiscovery.service.peer;

/**
 * A peer's alias and where to find it.
 *
 * @param alias the name that this service uses for the peer
 * @param host the peer's DNS name, or an IP address
 */
public record Target(String alias, String host, int port) {

    boolean isAddress() {
        return host.matches("[0-9]{1,3}([.][0-9]{1,3}){3}");
    }

    /** Returns whether SRV records can exist. Names with a single label, such as `localhost`, have none. */
    boolean mayHaveSrv() {
        return host.contains(".");
    }
}
