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

/** Collects the metrics of the service, and returns them in the Prometheus text format. */
public final class Metrics {

    public static final String CONTENT_TYPE = PrometheusTextFormatWriter.CONTENT_TYPE;

    private final PrometheusRegistry registry = new PrometheusRegistry();
    private final PrometheusTextFormatWriter writer = PrometheusTextFormatWriter.create();
    private boolean jvmRegistered;

    private final Counter requests = Counter.builder()
            .name("http_server_requests_total")
            .help("Completed requests")
            .labelNames("method", "route", "status")
            .register(registry);
    private final Histogram durations = Histogram.builder()
            .name("http_server_request_duration_seconds")
            .help("Time from the request headers to the end of the response")
            .labelNames("method", "route")
            .classicOnly()
            .classicUpperBounds(.001, .0025, .005, .01, .025, .05, .1, .25, .5, 1, 2.5, 5)
            .register(registry);
    private final Counter attempts = Counter.builder()
            .name("peer_attempts_total")
            .help("Requests sent to peers, including retries")
            .labelNames("alias", "outcome")
            .register(registry);
    private final Counter retries = Counter.builder()
            .name("peer_retries_total")
            .help("Retries on another address")
            .labelNames("alias")
            .register(registry);
    private final Counter lookups = Counter.builder()
            .name("peer_lookups_total")
            .help("DNS lookups of a peer")
            .labelNames("alias", "outcome")
            .register(registry);

    public void requestCompleted(String method, String route, int status, Duration duration) {
        requests.labelValues(method, route, Integer.toString(status)).inc();
        durations.labelValues(method, route).observe(duration.toNanos() / 1e9);
    }

    public void attemptCompleted(String alias, boolean succeeded) {
        attempts.labelValues(alias, succeeded ? "answered" : "failed").inc();
    }

    public void retryStarted(String alias) {
        retries.labelValues(alias).inc();
    }

    public void lookupCompleted(String alias, boolean succeeded) {
        lookups.labelValues(alias, succeeded ? "answered" : "failed").inc();
    }

    /** Registers the gauge of peer addresses. Call it only once. */
    public void registerPeers(Iterable<? extends AddressCounts> peers) {
        GaugeWithCallback.builder()
                .name("peer_addresses")
                .help("Addresses of a peer: known, and ejected ones among them")
                .labelNames("alias", "state")
                .callback(gauge -> {
                    for (AddressCounts peer : peers) {
                        gauge.call(peer.knownAddresses(), peer.alias(), "known");
                        gauge.call(peer.ejectedAddresses(), peer.alias(), "ejected");
                    }
                })
                .register(registry);
    }

    /** The number of a peer's addresses. */
    public interface AddressCounts {
        String alias();

        int knownAddresses();

        int ejectedAddresses();
    }

    public synchronized Buffer scrape() {
        if (!jvmRegistered) {
            // Loading the management classes at start would delay every start.
            registerJvm();
            jvmRegistered = true;
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
