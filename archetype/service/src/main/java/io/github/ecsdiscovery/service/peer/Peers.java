package io.github.ecsdiscovery.service.peer;

import io.github.ecsdiscovery.service.telemetry.Metrics;
import io.vertx.core.Vertx;
import io.vertx.core.dns.DnsClient;
import io.vertx.core.dns.DnsClientOptions;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.PoolOptions;
import java.util.List;

/** All services that this one calls, by the names that `SERVICE_CALLS` has for them. */
public final class Peers {

    private static final int CONNECTIONS_PER_ADDRESS = 50;
    private static final int WAITING_PER_ADDRESS = 1000;

    private final List<Peer> peers;

    private Peers(List<Peer> peers) {
        this.peers = List.copyOf(peers);
    }

    /** Starts to look up all of them. */
    public static Peers of(Vertx vertx, List<Target> targets, Timing timing, Metrics metrics) {
        HttpClient client = client(vertx, timing);
        DnsClient dns = vertx.createDnsClient(
                new DnsClientOptions().setQueryTimeout(timing.query().toMillis()));
        Hosts hosts = Hosts.ofSystem();
        List<Peer> peers = targets.stream()
                .map(target -> {
                    Discovery discovery = new Discovery(
                            vertx,
                            new Lookup(dns, target, timing.recheck(), System::nanoTime),
                            target,
                            timing,
                            metrics);
                    discovery.start(hosts.addressesOf(target.host()));
                    return new Peer(target, client, discovery, timing, metrics);
                })
                .toList();
        metrics.peerAddresses(peers);
        return new Peers(peers);
    }

    static HttpClient client(Vertx vertx, Timing timing) {
        return vertx.createHttpClient(
                new HttpClientOptions()
                        .setConnectTimeout((int) timing.connect().toMillis())
                        .setKeepAliveTimeout((int) timing.keepAlive().toSeconds()),
                new PoolOptions().setHttp1MaxSize(CONNECTIONS_PER_ADDRESS).setMaxWaitQueueSize(WAITING_PER_ADDRESS));
    }

    public List<Peer> all() {
        return peers;
    }

    /** Fails if `SERVICE_CALLS` does not name it, or it does not speak HTTP. */
    public Peer peer(String alias) {
        return peers.stream()
                .filter(peer -> peer.alias().equals(alias))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("SERVICE_CALLS does not name `" + alias + "`"));
    }
}
