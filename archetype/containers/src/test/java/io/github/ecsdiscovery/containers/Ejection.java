package io.github.ecsdiscovery.containers;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** A replica ejected the address of another replica, according to its log. */
record Ejection(Instant time, String by, Replica ejected, String error) {

    private static final String MESSAGE = "peer address ejected";

    static List<Ejection> since(Instant start, Cluster cluster) {
        return cluster.all().stream()
                .flatMap(replica -> inLog(replica, cluster))
                .filter(ejection -> ejection.time.isAfter(start))
                .sorted(Comparator.comparing(Ejection::time))
                .toList();
    }

    /** Returns whether the ejected replica closed its port or its connections sooner than this after SIGTERM. */
    boolean stoppedServingBefore(Duration minimum) {
        boolean early = ejected.stopTime()
                .filter(stop -> time.isAfter(stop) && time.isBefore(stop.plus(minimum)))
                .isPresent();
        return early && (error.contains("refused") || error.contains("closed") || error.contains("reset"));
    }

    /** Returns, for example, `myservice-a 1 ejected myservice-b 3, 25.2 s after SIGTERM: Connection refused`. */
    @Override
    public String toString() {
        String when = ejected.stopTime()
                .filter(time::isAfter)
                .map(stop -> String.format(
                        Locale.ROOT,
                        ", %.1f s after SIGTERM",
                        Duration.between(stop, time).toMillis() / 1e3))
                .orElse("");
        return "%s ejected %s%s: %s".formatted(by, ejected, when, error);
    }

    private static Stream<Ejection> inLog(Replica replica, Cluster cluster) {
        return replica.log()
                .lines()
                .filter(line -> line.startsWith("{") && line.contains(MESSAGE))
                .map(JsonObject::new)
                .map(line -> new Ejection(
                        Instant.parse(line.getString("time")),
                        replica.name(),
                        cluster.replicaAt(line.getString("address")),
                        line.getString("error")));
    }
}
