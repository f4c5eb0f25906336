package io.github.ecsdiscovery.service.peer;

import io.vertx.core.dns.AddressResolverOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The DNS servers of this machine. In a small JRE, Vert.x cannot find them and would use public ones. */
public final class NameServers {

    private static final Path RESOLV_CONF = Path.of("/etc/resolv.conf");

    private NameServers() {}

    /** Returns the given server (`address` or `address:port`), or those of the system if none is given. */
    public static AddressResolverOptions find(Optional<String> configured) {
        AddressResolverOptions options = new AddressResolverOptions();
        List<String> servers =
                configured.map(NameServers::withPort).map(List::of).orElseGet(NameServers::ofSystem);
        servers.forEach(options::addServer);
        return options;
    }

    private static List<String> ofSystem() {
        try {
            return parse(Files.readAllLines(RESOLV_CONF));
        } catch (IOException e) {
            return List.of();
        }
    }

    static List<String> parse(List<String> resolvConf) {
        return resolvConf.stream()
                .map(line -> line.strip().split("\\s+"))
                .filter(words -> words.length > 1 && words[0].equals("nameserver"))
                // Vert.x does not support IPv6 zones.
                .map(words -> words[1].replaceFirst("%.*", "") + ":53")
                .toList();
    }

    private static String withPort(String server) {
        return server.matches("[0-9.]+") ? server + ":53" : server;
    }
}
