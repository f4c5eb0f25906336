package io.github.ecsdiscovery.service.peer;

/**
 * Who may be asked, under which name.
 *
 * @param alias what the caller calls it
 * @param host its name in DNS; an address too
 */
public record Target(String alias, String host, int port) {

    boolean isAddress() {
        return host.matches("[0-9]{1,3}([.][0-9]{1,3}){3}");
    }

    /** The template registers `service.namespace`; a name of one label, such as `localhost`, has no SRV records. */
    boolean mayHaveSrv() {
        return host.contains(".");
    }
}
