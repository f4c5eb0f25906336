package io.github.ecsdiscovery.service.peer;

import io.vertx.core.dns.AddressResolverOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The DNS servers of this machine. A small JRE has no class that knows them, and Vert.x would ask public ones then. */
public final class NameServers {

    private static final Path RESOLV_CONF = Path.of("/etc/resolv.conf");

    private NameServers() {}

    /** Those of the system, unless `address` or `address:port` of another one is given. */
    public static AddressResolverOptions find(Optional<String> only) {
        AddressResolverOptions options = new AddressResolverOptions();
        List<String> servers = only.map(NameServers::withPort).map(List::of).orElseGet(NameServers::ofSystem);
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
                // a zone is of no use to Vert.x
                .map(words -> words[1].replaceFirst("%.*", "") + ":53")
                .toList();
    }

    private static String withPort(String server) {
        return server.matches("[0-9.]+") ? server + ":53" : server;
    }
}
