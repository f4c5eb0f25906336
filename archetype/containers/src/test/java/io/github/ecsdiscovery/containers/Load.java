package io.github.ecsdiscovery.containers;

import io.github.ecsdiscovery.service.peer.Answer;
import io.github.ecsdiscovery.service.peer.NameServers;
import io.github.ecsdiscovery.service.peer.Peer;
import io.github.ecsdiscovery.service.peer.PeerFailure;
import io.github.ecsdiscovery.service.peer.Peers;
import io.github.ecsdiscovery.service.peer.Target;
import io.github.ecsdiscovery.service.peer.Timing;
import io.github.ecsdiscovery.service.telemetry.Metrics;
import io.github.ecsdiscovery.service.web.Correlation;
import io.github.ecsdiscovery.service.web.Patience;
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
 * Users: at a constant rate, whether answers come or not, they ask the services in turn for what their peers say. They find
 * them as a service finds its peers, and by the same code: by DNS, with a second try on another address.
 */
final class Load implements AutoCloseable {

    /**
     * A service's own, but for the longest time of a try: who is asked here tries twice itself, and takes 2 s for that when a
     * peer hangs.
     */
    private static final Timing PATIENT = new Timing(
            Timing.DEFAULT.refresh(),
            Timing.DEFAULT.recheck(),
            Timing.DEFAULT.query(),
            Timing.DEFAULT.connect(),
            Duration.ofSeconds(3),
            Timing.DEFAULT.keepAlive(),
            Timing.DEFAULT.ejection());

    /** Nobody sends all users at once to replicas that have just started. */
    private static final double RISE_SECONDS = 10;

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

    private Load(Cluster cluster, int perSecond, String expected) {
        this.vertx = Vertx.vertx(new VertxOptions()
                .setEventLoopPoolSize(1)
                .setAddressResolverOptions(NameServers.find(Optional.of(cluster.dnsServer()))));
        this.perSecond = perSecond;
        this.expected = expected;
        Template template = cluster.template();
        List<Target> targets = template.services().stream()
                .map(service -> new Target(service.name(), template.host(service), service.port()))
                .toList();
        this.peers = Peers.of(vertx, targets, PATIENT, metrics).all();
    }

    /** Begins when all replicas are known. */
    static Load start(Cluster cluster, int perSecond, String expected) {
        Load load = new Load(cluster, perSecond, expected);
        Waiting.until(
                Duration.ofSeconds(40),
                () -> load.peers.stream().mapToInt(Peer::known).sum()
                        == cluster.running().size(),
                () -> "DNS does not tell of all replicas");
        load.vertx.runOnContext(now -> {
            load.start = System.nanoTime();
            load.timer = load.vertx.setPeriodic(TICK_MILLISECONDS, tick -> load.sendWhatIsDue());
        });
        return load;
    }

    /** Until all users are there. */
    void awaitFullRate() {
        Waiting.pause(Duration.ofSeconds((long) RISE_SECONDS));
    }

    synchronized int sent() {
        return sent;
    }

    synchronized List<String> failures() {
        return List.copyOf(failures);
    }

    /** Of all answers, from 0 to 1; in milliseconds. */
    synchronized double latency(double quantile) {
        long[] sorted = Arrays.copyOf(latencies, answered);
        Arrays.sort(sorted);
        return answered == 0 ? 0 : sorted[(int) Math.min(answered - 1L, Math.round(answered * quantile))] / 1e6;
    }

    String metrics() {
        return metrics.text().toString();
    }

    /** Sends no more, and waits for what has been sent. */
    void stop() {
        vertx.cancelTimer(timer);
        Waiting.until(
                Duration.ofSeconds(20),
                () -> {
                    synchronized (this) {
                        return answered == sent;
                    }
                },
                () -> "requests have no end");
    }

    private void sendWhatIsDue() {
        double elapsed = (System.nanoTime() - start) / 1e9;
        double rising = Math.min(elapsed, RISE_SECONDS);
        double due = perSecond * (rising * rising / (2 * RISE_SECONDS) + elapsed - rising);
        while (sent < due) {
            send();
        }
    }

    private void send() {
        long begin = System.nanoTime();
        int number;
        synchronized (this) {
            number = sent++;
        }
        Peer peer = peers.get(number % peers.size());
        peer.get("/request", new Correlation("load-" + number, Map.of(), Patience.unknown()))
                .onComplete(result -> record(result, peer, number, begin));
    }

    private synchronized void record(AsyncResult<Answer> result, Peer peer, int number, long begin) {
        long now = System.nanoTime();
        if (answered == latencies.length) {
            latencies = Arrays.copyOf(latencies, 2 * answered);
        }
        latencies[answered++] = now - begin;
        String fault = fault(result);
        if (!fault.isEmpty()) {
            failures.add(String.format(
                    Locale.ROOT,
                    "%.3f s: request %s to %s took %s ms: %s",
                    (now - start) / 1e9,
                    number,
                    peer.alias(),
                    (now - begin) / 1_000_000,
                    fault));
        }
    }

    private String fault(AsyncResult<Answer> result) {
        if (result.failed()) {
            return PeerFailure.reason(result.cause());
        }
        Answer answer = result.result();
        String body = answer.body().toString();
        return answer.status() == 200 && body.equals(expected) ? "" : answer.status() + " " + body;
    }

    @Override
    public void close() {
        vertx.close();
    }
}
