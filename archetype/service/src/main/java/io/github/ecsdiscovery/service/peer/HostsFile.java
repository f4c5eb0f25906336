package io.github.ecsdiscovery.service.peer;

import io.netty.resolver.HostsFileEntriesProvider;
import java.io.IOException;
import java.io.Reader;
import java.net.InetAddress;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The entries of the hosts file. ECS writes the names there that its Service Connect proxies serve. */
final class HostsFile {

    private final Map<String, List<InetAddress>> addresses;

    private HostsFile(HostsFileEntriesProvider entries) {
        this.addresses = entries.ipv4Entries();
    }

    static HostsFile ofSystem() {
        return new HostsFile(HostsFileEntriesProvider.parser().parseSilently());
    }

    static HostsFile of(Reader file) throws IOException {
        return new HostsFile(HostsFileEntriesProvider.parser().parse(file));
    }

    /** Returns the addresses of a host, or an empty set if the host must be looked up in DNS. */
    Set<String> addressesOf(String host) {
        return addresses.getOrDefault(host.toLowerCase(Locale.ROOT), List.of()).stream()
                .map(InetAddress::getHostAddress)
                .collect(Collectors.toUnmodifiableSet());
    }
}
