package io.github.ecsdiscovery.service.telemetry;

import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.instrumentation.jvm.JvmBufferPoolMetrics;
import io.prometheus.metrics.instrumentation.jvm.JvmGarbageCollectorMetrics;
import io.prometheus.metrics.instrumentation.jvm.JvmMemoryMetrics;
import io.prometheus.metrics.instrumentation.jvm.JvmThreadsMetrics;
import io.prometheus.metrics.instrumentation.jvm.ProcessMetrics;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.vertx.core.buffer.Buffer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;

/** What is counted, and its form as Prometheus reads it. */
public final class Metrics {

    public static final String CONTENT_TYPE = PrometheusTextFormatWriter.CONTENT_TYPE;

    private final PrometheusRegistry registry = new PrometheusRegistry();
    private final PrometheusTextFormatWriter writer = PrometheusTextFormatWriter.create();
    private boolean withJvm;

    private final Counter requests = Counter.builder()
            .name("http_server_requests_total")
            .help("Requests that were answered")
            .labelNames("method", "route", "status")
            .register(registry);
    private final Histogram durations = Histogram.builder()
            .name("http_server_request_duration_seconds")
            .help("Time from a request's head to the end of its answer")
            .labelNames("method", "route")
            .classicOnly()
            .classicUpperBounds(.001, .0025, .005, .01, .025, .05, .1, .25, .5, 1, 2.5, 5)
            .register(registry);
    private final Counter attempts = Counter.builder()
            .name("peer_attempts_total")
            .help("Requests that were sent to peers, second tries included")
            .labelNames("alias", "outcome")
            .register(registry);
    private final Counter retries = Counter.builder()
            .name("peer_retries_total")
            .help("Second tries on another address")
            .labelNames("alias")
            .register(registry);
    private final Counter lookups = Counter.builder()
            .name("peer_lookups_total")
            .help("Look-ups of a peer's addresses")
            .labelNames("alias", "outcome")
            .register(registry);

    public void answered(String method, String route, int status, Duration duration) {
        requests.labelValues(method, route, Integer.toString(status)).inc();
        durations.labelValues(method, route).observe(duration.toNanos() / 1e9);
    }

    public void attempted(String alias, boolean succeeded) {
        attempts.labelValues(alias, succeeded ? "answered" : "failed").inc();
    }

    public void retried(String alias) {
        retries.labelValues(alias).inc();
    }

    public void lookedUp(String alias, boolean succeeded) {
        lookups.labelValues(alias, succeeded ? "answered" : "failed").inc();
    }

    /** Adds a gauge, called once for each name. */
    public void peerAddresses(Iterable<? extends Addresses> peers) {
        GaugeWithCallback.builder()
                .name("peer_addresses")
                .help("Addresses of a peer: known, and of these put aside because they failed")
                .labelNames("alias", "state")
                .callback(gauge -> {
                    for (Addresses peer : peers) {
                        gauge.call(peer.known(), peer.alias(), "known");
                        gauge.call(peer.ejected(), peer.alias(), "ejected");
                    }
                })
                .register(registry);
    }

    /** How many addresses of a peer there are. */
    public interface Addresses {
        String alias();

        int known();

        int ejected();
    }

    public synchronized Buffer text() {
        if (!withJvm) {
            // at the first scrape: the management classes would make every start slower
            registerJvm();
            withJvm = true;
        }
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            writer.write(bytes, registry.scrape());
            return Buffer.buffer(bytes.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void registerJvm() {
        JvmMemoryMetrics.builder().register(registry);
        JvmBufferPoolMetrics.builder().register(registry);
        JvmGarbageCollectorMetrics.builder().register(registry);
        JvmThreadsMetrics.builder().register(registry);
        ProcessMetrics.builder().register(registry);
    }
}
