package io.github.ecsdiscovery.containers;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The results of a load on a cluster during an event, such as a deployment. */
record LoadRun(
        int requests,
        int perSecond,
        List<String> failures,
        MetricsCollector metrics,
        List<Ejection> ejections,
        List<Double> latencies) {

    /** Runs the events under load. Ends when they have ended and at least this many requests were sent. */
    static LoadRun during(Cluster cluster, int perSecond, int minRequests, Runnable events) {
        Instant start = Instant.now();
        try (LoadGenerator load = LoadGenerator.start(cluster, perSecond, ServiceIT.ANSWER)) {
            MetricsCollector metrics = new MetricsCollector(cluster, load::metrics);
            try (metrics) {
                load.awaitFullRate();
                events.run();
                while (load.sent() < minRequests) {
                    Waiting.pause(Duration.ofMillis(100));
                }
                load.stop();
            }
            return new LoadRun(
                    load.sent(),
                    perSecond,
                    load.failures(),
                    metrics,
                    Ejection.since(start, cluster),
                    List.of(load.latency(0.5), load.latency(0.99), load.latency(1)));
        }
    }

    /** Returns the rows of a table with two columns. */
    List<String> rows() {
        List<String> rows = new ArrayList<>();
        rows.add(Report.row("requests through `/request`", requests + ", " + perSecond + " a second"));
        rows.add(Report.row("failed requests", failures.size()));
        rows.add(Report.row("retries", metrics.allRetries()));
        rows.add(Report.row(
                "median, p99, maximum", String.format(Locale.ROOT, "%.1f, %.0f, %.0f ms", latencies.toArray())));
        return rows;
    }

    /** Returns all ejections and the first ten failures, for an assertion's message. */
    String details() {
        return Stream.concat(
                        ejections.stream().map(Ejection::toString),
                        failures.stream().limit(10))
                .collect(Collectors.joining("\n", "\n", "\n"));
    }
}
