package io.github.ecsdiscovery.containers;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Something that happened to a cluster under load, and how users and services took it. */
record Trial(
        int requests,
        int perSecond,
        List<String> failures,
        Tally tally,
        List<Setback> setbacks,
        List<Double> latencies) {

    /** Ends when what happens has ended and at least so many requests are sent. */
    static Trial of(Cluster cluster, int perSecond, int atLeast, Runnable events) {
        Instant start = Instant.now();
        try (Load load = Load.start(cluster, perSecond, ServiceIT.ANSWER)) {
            Tally tally = new Tally(cluster, load::metrics);
            try (tally) {
                load.awaitFullRate();
                events.run();
                while (load.sent() < atLeast) {
                    Waiting.pause(Duration.ofMillis(100));
                }
                load.stop();
            }
            return new Trial(
                    load.sent(),
                    perSecond,
                    load.failures(),
                    tally,
                    Setback.since(start, cluster),
                    List.of(load.latency(0.5), load.latency(0.99), load.latency(1)));
        }
    }

    /** Rows of a table of two columns. */
    List<String> rows() {
        List<String> rows = new ArrayList<>();
        rows.add(Report.row("requests through `/request`", requests + ", " + perSecond + " a second"));
        rows.add(Report.row("failures that users saw", failures.size()));
        rows.add(Report.row("first attempts that failed", tally.allRetries()));
        rows.add(Report.row(
                "median, p99, longest", String.format(Locale.ROOT, "%.1f, %.0f, %.0f ms", latencies.toArray())));
        return rows;
    }

    /** What happened between services, and the first failures: for who has to find out why. */
    String details() {
        return Stream.concat(
                        setbacks.stream().map(Setback::toString),
                        failures.stream().limit(10))
                .collect(Collectors.joining("\n", "\n", "\n"));
    }
}
