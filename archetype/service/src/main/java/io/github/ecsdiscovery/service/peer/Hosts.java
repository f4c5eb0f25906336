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

/** Names that the hosts file knows: ECS writes there which of them its proxies of Service Connect lead to. */
final class Hosts {

    private final Map<String, List<InetAddress>> addresses;

    private Hosts(HostsFileEntriesProvider entries) {
        this.addresses = entries.ipv4Entries();
    }

    static Hosts ofSystem() {
        return new Hosts(HostsFileEntriesProvider.parser().parseSilently());
    }

    static Hosts of(Reader file) throws IOException {
        return new Hosts(HostsFileEntriesProvider.parser().parse(file));
    }

    /** Nothing where DNS is to be asked. */
    Set<String> addressesOf(String host) {
        return addresses.getOrDefault(host.toLowerCase(Locale.ROOT), List.of()).stream()
                .map(InetAddress::getHostAddress)
                .collect(Collectors.toUnmodifiableSet());
    }
}
