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
 * What all replicas and the load count of their calls, read each second, so that what a replica counted outlives it. What it
 * counts in its last second may be missing; it takes no requests then.
 */
final class Tally implements AutoCloseable {

    private static final Duration PERIOD = Duration.ofSeconds(1);
    private static final Pattern SAMPLE = Pattern.compile("((?:peer|http_server)_[a-z]+_total[{][^}]*[}]) (.+)");
    private static final String LOAD = "load";

    /** One name and labels of one program, such as `peer_retries_total{alias="serviceA"}` of `myservice-a 1`. */
    private record Series(String source, String labelled) {}

    /** How often who was tried again by then. */
    private record Reading(long nanoTime, Map<String, Long> retries) {}

    private final Cluster cluster;
    private final Supplier<String> load;
    private final Map<Series, Double> values = new ConcurrentHashMap<>();
    private final Map<Series, Double> before;
    private final List<Reading> readings = new CopyOnWriteArrayList<>();
    private final Thread reader = new Thread(this::readAgainAndAgain, "tally");
    private volatile boolean closed;

    Tally(Cluster cluster, Supplier<String> load) {
        this.cluster = cluster;
        this.load = load;
        read();
        before = Map.copyOf(values);
        reader.start();
    }

    /** Second tries since the start, by the alias of whom they asked. */
    Map<String, Long> retries() {
        Map<String, Long> retries = new TreeMap<>();
        values.keySet().stream()
                .filter(series -> series.labelled.startsWith("peer_retries_total"))
                .forEach(series -> retries.merge(label(series.labelled, "alias"), since(series), Long::sum));
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

    /** How many requests a replica answered under this path since the start. */
    long answeredBy(Replica replica, String path) {
        return values.keySet().stream()
                .filter(series -> series.source.equals(replica.name()))
                .filter(series -> series.labelled.startsWith("http_server_requests_total")
                        && series.labelled.contains("route=\"" + path + "\""))
                .mapToLong(this::since)
                .sum();
    }

    /** How long after that moment somebody tried one of them again, to a second; nothing where nobody did. */
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

    private void readAgainAndAgain() {
        while (!closed) {
            Waiting.pause(PERIOD);
            read();
            readings.add(new Reading(System.nanoTime(), retries()));
        }
    }

    private void read() {
        keep(LOAD, load.get());
        // who is stopping counts too
        cluster.all().parallelStream().forEach(replica -> {
            try {
                keep(replica.name(), replica.get("/metrics", Duration.ofMillis(900)));
            } catch (IOException e) {
                // it is gone, hangs or has not come up yet
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    private void keep(String source, String text) {
        Matcher samples = SAMPLE.matcher(text);
        while (samples.find()) {
            values.put(new Series(source, samples.group(1)), Double.parseDouble(samples.group(2)));
        }
    }

    private static String label(String labelled, String name) {
        Matcher label = Pattern.compile(name + "=\"([^\"]*)\"").matcher(labelled);
        if (!label.find()) {
            throw new IllegalArgumentException(labelled);
        }
        return label.group(1);
    }

    /** Reads a last time. */
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
