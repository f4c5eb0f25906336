package io.github.ecsdiscovery.containers;

import java.io.IOException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the call metrics of all replicas and of the load generator every second, so that they outlive the replicas. The values
 * of a replica's last second may be missing, but it accepts no requests then.
 */
final class MetricsCollector implements AutoCloseable {

    private static final Duration PERIOD = Duration.ofSeconds(1);
    private static final Pattern SAMPLE = Pattern.compile("((?:peer|http_server)_[a-z]+_total[{][^}]*[}]) (.+)");
    private static final String LOAD = "load";

    /** One name and labels of one program, such as `peer_retries_total{alias="serviceA"}` of `myservice-a 1`. */
    private record Series(String source, String nameAndLabels) {}

    /** The number of retries by alias at one point in time. */
    private record Reading(long nanoTime, Map<String, Long> retries) {}

    private final Cluster cluster;
    private final Supplier<String> load;
    private final Map<Series, Double> values = new ConcurrentHashMap<>();
    private final Map<Series, Double> before;
    private final List<Reading> readings = new CopyOnWriteArrayList<>();
    private final Thread reader = new Thread(this::readPeriodically, "metrics-collector");
    private volatile boolean closed;

    MetricsCollector(Cluster cluster, Supplier<String> load) {
        this.cluster = cluster;
        this.load = load;
        read();
        before = Map.copyOf(values);
        reader.start();
    }

    /** Returns the number of retries since the start, by the alias of the peer. */
    Map<String, Long> retries() {
        Map<String, Long> retries = new TreeMap<>();
        values.keySet().stream()
                .filter(series -> series.nameAndLabels.startsWith("peer_retries_total"))
                .forEach(series -> retries.merge(label(series.nameAndLabels, "alias"), since(series), Long::sum));
        return retries;
    }

    long allRetries() {
        return retriesOf(retries().keySet());
    }

    long retriesOf(Collection<String> aliases) {
        Map<String, Long> retries = retries();
        return aliases.stream()
                .mapToLong(alias -> retries.getOrDefault(alias, 0L))
                .sum();
    }

    /** Returns the number of requests with this path that a replica has answered since the start. */
    long answeredBy(Replica replica, String path) {
        return values.keySet().stream()
                .filter(series -> series.source.equals(replica.name()))
                .filter(series -> series.nameAndLabels.startsWith("http_server_requests_total")
                        && series.nameAndLabels.contains("route=\"" + path + "\""))
                .mapToLong(this::since)
                .sum();
    }

    /** Returns the time from this moment to the last retry on one of the aliases, or zero if there was none. */
    Duration lastRetryAfter(long nanoTime, Collection<String> aliases) {
        long last = nanoTime;
        long before = 0;
        for (Reading reading : readings) {
            long number = aliases.stream()
                    .mapToLong(alias -> reading.retries.getOrDefault(alias, 0L))
                    .sum();
            if (number > before) {
                last = Math.max(last, reading.nanoTime);
            }
            before = number;
        }
        return Duration.ofNanos(last - nanoTime);
    }

    private long since(Series series) {
        return Math.round(values.getOrDefault(series, 0.0) - before.getOrDefault(series, 0.0));
    }

    private void readPeriodically() {
        while (!closed) {
            Waiting.pause(PERIOD);
            read();
            readings.add(new Reading(System.nanoTime(), retries()));
        }
    }

    private void read() {
        store(LOAD, load.get());
        // This includes replicas that are stopping.
        cluster.all().parallelStream().forEach(replica -> {
            try {
                store(replica.name(), replica.get("/metrics", Duration.ofMillis(900)));
            } catch (IOException e) {
                // The replica has ended, hangs or has not started.
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    private void store(String source, String text) {
        Matcher samples = SAMPLE.matcher(text);
        while (samples.find()) {
            values.put(new Series(source, samples.group(1)), Double.parseDouble(samples.group(2)));
        }
    }

    private static String label(String nameAndLabels, String name) {
        Matcher label = Pattern.compile(name + "=\"([^\"]*)\"").matcher(nameAndLabels);
        if (!label.find()) {
            throw new IllegalArgumentException(nameAndLabels);
        }
        return label.group(1);
    }

    /** Stops after a last read. */
    @Override
    public void close() {
        closed = true;
        try {
            reader.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        read();
    }
}
