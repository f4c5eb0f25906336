package io.github.ecsdiscovery.containers;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** One service, and what ECS does with its tasks. */
final class EcsService {

    /** A replica that was told to stop; its exit code comes when it has stopped. */
    record Stop(Replica replica, CompletableFuture<Integer> exitCode) {}

    private final Template.Service service;
    private final Network network;
    private final CloudMap cloudMap;
    private final List<Replica> running = new CopyOnWriteArrayList<>();
    private final List<Replica> all = new CopyOnWriteArrayList<>();
    private final List<Stop> stops = new CopyOnWriteArrayList<>();
    private final List<CompletableFuture<Void>> changes = new CopyOnWriteArrayList<>();

    EcsService(Template.Service service, Network network, CloudMap cloudMap) {
        this.service = service;
        this.network = network;
        this.cloudMap = cloudMap;
    }

    void start() {
        List<Replica> first = new ArrayList<>();
        for (int i = 0; i < service.replicas(); i++) {
            first.add(launch());
        }
        first.forEach(this::admit);
    }

    /**
     * A deployment: one replica after another gives its place to a new one. The new one is registered when it is healthy; the
     * old one is told to stop, and this much later it leaves DNS.
     */
    void rollOut(Duration recordDelay) {
        for (Replica old : List.copyOf(running)) {
            admit(launch());
            stop(old, recordDelay);
        }
    }

    /** The first one; ECS learns of it later, when Cloud Map is told and another one is started. */
    void loseOneByKill(Duration unnoticed) {
        Replica lost = running.remove(0);
        lost.kill();
        Waiting.pause(unnoticed);
        cloudMap.deregister(lost);
        admit(launch());
    }

    /** The first one; ECS learns of it by the health check, takes it out of DNS, starts another one and kills this one. */
    void loseOneByHang(Duration unnoticed) {
        Replica lost = running.remove(0);
        lost.hang();
        Waiting.pause(unnoticed);
        cloudMap.deregister(lost);
        admit(launch());
        lost.killHung();
    }

    /** The exit codes of all that were told to stop, once they have stopped. */
    List<Integer> awaitStops() {
        changes.forEach(CompletableFuture::join);
        return stops.stream().map(stop -> stop.exitCode.join()).toList();
    }

    Template.Service spec() {
        return service;
    }

    /** What its callers call it: `SERVICE_A_HOST` is the host of `serviceA`. */
    String alias() {
        Map<String, String> environment = service.environment();
        String host = service.name() + "." + environment.get("SERVICE_NAMESPACE");
        return Stream.of(environment.getOrDefault("SERVICE_CALLS", "").split(","))
                .filter(alias -> host.equals(environment.get(
                        alias.replaceAll("([a-z])([A-Z])", "$1_$2").toUpperCase(Locale.ROOT) + "_HOST")))
                .findFirst()
                .orElseThrow();
    }

    List<Replica> running() {
        return running;
    }

    /** Also those that are no more. */
    List<Replica> all() {
        return all;
    }

    List<Replica> stopped() {
        return stops.stream().map(Stop::replica).toList();
    }

    private Replica launch() {
        Replica replica = Replica.start(service, all.size() + 1, network, cloudMap);
        all.add(replica);
        return replica;
    }

    private void admit(Replica replica) {
        replica.awaitHealthy();
        cloudMap.register(replica);
        running.add(replica);
    }

    private void stop(Replica replica, Duration recordDelay) {
        running.remove(replica);
        stops.add(new Stop(replica, replica.stop()));
        changes.add(CompletableFuture.runAsync(
                () -> cloudMap.deregister(replica),
                CompletableFuture.delayedExecutor(recordDelay.toMillis(), TimeUnit.MILLISECONDS)));
    }
}
