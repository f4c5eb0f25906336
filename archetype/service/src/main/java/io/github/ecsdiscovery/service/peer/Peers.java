package io.github.ecsdiscovery.service.peer;

import io.github.ecsdiscovery.service.telemetry.Metrics;
import io.vertx.core.Vertx;
import io.vertx.core.dns.DnsClient;
import io.vertx.core.dns.DnsClientOptions;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.PoolOptions;
import java.util.List;

/** All services that this service calls, by their aliases in `SERVICE_CALLS`. */
public final class Peers {

    private static final int CONNECTIONS_PER_ADDRESS = 50;
    private static final int QUEUED_REQUESTS_PER_ADDRESS = 1000;

    private final List<Peer> peers;

    private Peers(List<Peer> peers) {
        this.peers = List.copyOf(peers);
    }

    /** Creates the peers and starts to look them up. */
    public static Peers of(Vertx vertx, List<Target> targets, Timing timing, Metrics metrics) {
        HttpClient client = client(vertx, timing);
        DnsClient dns = vertx.createDnsClient(
                new DnsClientOptions().setQueryTimeout(timing.queryTimeout().toMillis()));
        HostsFile hostsFile = HostsFile.ofSystem();
        List<Peer> peers = targets.stream()
                .map(target -> {
                    Discovery discovery = new Discovery(
                            vertx,
                            new Lookup(dns, target, timing.recheckInterval(), System::nanoTime),
                            target,
                            timing,
                            metrics);
                    discovery.start(hostsFile.addressesOf(target.host()));
                    return new Peer(target, client, discovery, timing, metrics);
                })
                .toList();
        metrics.registerPeers(peers);
        return new Peers(peers);
    }

    static HttpClient client(Vertx vertx, Timing timing) {
        return vertx.createHttpClient(
                new HttpClientOptions()
                        .setConnectTimeout((int) timing.connectTimeout().toMillis())
                        .setKeepAliveTimeout((int) timing.keepAlive().toSeconds()),
                new PoolOptions()
                        .setHttp1MaxSize(CONNECTIONS_PER_ADDRESS)
                        .setMaxWaitQueueSize(QUEUED_REQUESTS_PER_ADDRESS));
    }

    public List<Peer> all() {
        return peers;
    }

    /** Returns the peer with this alias. Fails if `SERVICE_CALLS` does not contain it or the peer does not use HTTP. */
    public Peer peer(String alias) {
        return peers.stream()
                .filter(peer -> peer.alias().equals(alias))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException("`" + alias + "` is not an HTTP peer in SERVICE_CALLS"));
    }
}
