package io.github.ecsdiscovery.containers;

import io.github.ecsdiscovery.service.peer.NameServers;
import io.github.ecsdiscovery.service.peer.Peer;
import io.github.ecsdiscovery.service.peer.PeerFailure;
import io.github.ecsdiscovery.service.peer.PeerResponse;
import io.github.ecsdiscovery.service.peer.Peers;
import io.github.ecsdiscovery.service.peer.Target;
import io.github.ecsdiscovery.service.peer.Timing;
import io.github.ecsdiscovery.service.telemetry.Metrics;
import io.github.ecsdiscovery.service.web.RequestContext;
import io.github.ecsdiscovery.service.web.RequestDeadline;
import io.vertx.core.AsyncResult;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Sends requests to the services in turn, at a constant rate that does not depend on responses. It finds the services with the
 * service's own code: by DNS, with a retry on another address.
 */
final class LoadGenerator implements AutoCloseable {

    /**
     * The service's own timing with a longer attempt timeout. A service that calls a hanging peer attempts its own request twice,
     * which takes 2 s.
     */
    private static final Timing TIMING = new Timing(
            Timing.DEFAULT.refreshInterval(),
            Timing.DEFAULT.recheckInterval(),
            Timing.DEFAULT.queryTimeout(),
            Timing.DEFAULT.connectTimeout(),
            Duration.ofSeconds(3),
            Timing.DEFAULT.keepAlive(),
            Timing.DEFAULT.ejectionTime());

    /** The rate increases slowly, because the replicas have just started. */
    private static final double RAMP_UP_SECONDS = 10;

    private static final int TICK_MILLISECONDS = 5;

    private final Vertx vertx;
    private final Metrics metrics = new Metrics();
    private final List<Peer> peers;
    private final int perSecond;
    private final String expected;
    private final List<String> failures = new ArrayList<>();
    private long[] latencies = new long[1024];
    private int answered;
    private int sent;
    private long start;
    private long timer;

    private LoadGenerator(Cluster cluster, int perSecond, String expected) {
        this.vertx = Vertx.vertx(new VertxOptions()
                .setEventLoopPoolSize(1)
                .setAddressResolverOptions(NameServers.find(Optional.of(cluster.dnsServer()))));
        this.perSecond = perSecond;
        this.expected = expected;
        Template template = cluster.template();
        List<Target> targets = template.services().stream()
                .map(service -> new Target(service.name(), template.host(service), service.port()))
                .toList();
        this.peers = Peers.of(vertx, targets, TIMING, metrics).all();
    }

    /** Starts to send requests when DNS returns all replicas. */
    static LoadGenerator start(Cluster cluster, int perSecond, String expected) {
        LoadGenerator load = new LoadGenerator(cluster, perSecond, expected);
        Waiting.until(
                Duration.ofSeconds(40),
                () -> load.peers.stream().mapToInt(Peer::knownAddresses).sum()
                        == cluster.running().size(),
                () -> "DNS does not return all replicas");
        load.vertx.runOnContext(now -> {
            load.start = System.nanoTime();
            load.timer = load.vertx.setPeriodic(TICK_MILLISECONDS, tick -> load.sendDueRequests());
        });
        return load;
    }

    /** Waits until the rate is constant. */
    void awaitFullRate() {
        Waiting.pause(Duration.ofSeconds((long) RAMP_UP_SECONDS));
    }

    synchronized int sent() {
        return sent;
    }

    synchronized List<String> failures() {
        return List.copyOf(failures);
    }

    /** Returns a quantile (0 to 1) of the latencies of all responses, in milliseconds. */
    synchronized double latency(double quantile) {
        long[] sorted = Arrays.copyOf(latencies, answered);
        Arrays.sort(sorted);
        return answered == 0 ? 0 : sorted[(int) Math.min(answered - 1L, Math.round(answered * quantile))] / 1e6;
    }

    String metrics() {
        return metrics.scrape().toString();
    }

    /** Stops sending, and waits for all responses. */
    void stop() {
        vertx.cancelTimer(timer);
        Waiting.until(
                Duration.ofSeconds(20),
                () -> {
                    synchronized (this) {
                        return answered == sent;
                    }
                },
                () -> "some requests did not complete");
    }

    private void sendDueRequests() {
        double elapsed = (System.nanoTime() - start) / 1e9;
        double rising = Math.min(elapsed, RAMP_UP_SECONDS);
        double due = perSecond * (rising * rising / (2 * RAMP_UP_SECONDS) + elapsed - rising);
        while (sent < due) {
            send();
        }
    }

    private void send() {
        long sentAt = System.nanoTime();
        int number;
        synchronized (this) {
            number = sent++;
        }
        Peer peer = peers.get(number % peers.size());
        peer.get("/request", new RequestContext("load-" + number, Map.of(), RequestDeadline.none()))
                .onComplete(result -> record(result, peer, number, sentAt));
    }

    private synchronized void record(AsyncResult<PeerResponse> result, Peer peer, int number, long sentAt) {
        long now = System.nanoTime();
        if (answered == latencies.length) {
            latencies = Arrays.copyOf(latencies, 2 * answered);
        }
        latencies[answered++] = now - sentAt;
        String fault = fault(result);
        if (!fault.isEmpty()) {
            failures.add(String.format(
                    Locale.ROOT,
                    "%.3f s: request %s to %s took %s ms: %s",
                    (now - start) / 1e9,
                    number,
                    peer.alias(),
                    (now - sentAt) / 1_000_000,
                    fault));
        }
    }

    private String fault(AsyncResult<PeerResponse> result) {
        if (result.failed()) {
            return PeerFailure.reason(result.cause());
        }
        PeerResponse response = result.result();
        String body = response.body().toString();
        return response.status() == 200 && body.equals(expected) ? "" : response.status() + " " + body;
    }

    @Override
    public void close() {
        vertx.close();
    }
}
