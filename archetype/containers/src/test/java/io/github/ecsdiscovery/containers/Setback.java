package io.github.ecsdiscovery.containers;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** A replica put another one aside, as it tells in its log. */
record Setback(Instant time, String by, Replica of, String error) {

    private static final String MESSAGE = "peer address is put aside";

    static List<Setback> since(Instant start, Cluster cluster) {
        return cluster.all().stream()
                .flatMap(replica -> inLog(replica, cluster))
                .filter(setback -> setback.time.isAfter(start))
                .sorted(Comparator.comparing(Setback::time))
                .toList();
    }

    /** Whether it had closed its port, or its connections, sooner than this after it was told to stop. */
    boolean isGoneSoonerThan(Duration promised) {
        boolean early = of.stopTime()
                .filter(stop -> time.isAfter(stop) && time.isBefore(stop.plus(promised)))
                .isPresent();
        return early && (error.contains("refused") || error.contains("closed") || error.contains("reset"));
    }

    /** As in `myservice-a 1 put myservice-b 3 aside, 25.2 s after it was told to stop: Connection refused`. */
    @Override
    public String toString() {
        String when = of.stopTime()
                .filter(time::isAfter)
                .map(stop -> String.format(
                        Locale.ROOT,
                        ", %.1f s after it was told to stop",
                        Duration.between(stop, time).toMillis() / 1e3))
                .orElse("");
        return "%s put %s aside%s: %s".formatted(by, of, when, error);
    }

    private static Stream<Setback> inLog(Replica replica, Cluster cluster) {
        return replica.log()
                .lines()
                .filter(line -> line.startsWith("{") && line.contains(MESSAGE))
                .map(JsonObject::new)
                .map(line -> new Setback(
                        Instant.parse(line.getString("time")),
                        replica.name(),
                        cluster.replicaAt(line.getString("address")),
                        line.getString("error")));
    }
}
