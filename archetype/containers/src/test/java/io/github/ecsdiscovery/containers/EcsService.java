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

/** One service. Imitates what ECS does with its tasks. */
final class EcsService {

    /** A replica that received SIGTERM. The exit code completes when it has stopped. */
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
        first.forEach(this::awaitAndRegister);
    }

    /**
     * Deploys the service again: replaces one replica after another. A new replica is registered when it is healthy. Then the
     * old replica receives SIGTERM, and its records leave DNS after this delay.
     */
    void rollOut(Duration recordDelay) {
        for (Replica old : List.copyOf(running)) {
            awaitAndRegister(launch());
            stop(old, recordDelay);
        }
    }

    /** Kills the first replica. After the delay, deregisters it and starts another one, as ECS does. */
    void killOne(Duration detectionDelay) {
        Replica lost = running.remove(0);
        lost.kill();
        Waiting.pause(detectionDelay);
        cloudMap.deregister(lost);
        awaitAndRegister(launch());
    }

    /** Makes the first replica hang. After the delay, deregisters it, starts another one and kills it, as ECS does. */
    void hangOne(Duration detectionDelay) {
        Replica lost = running.remove(0);
        lost.hang();
        Waiting.pause(detectionDelay);
        cloudMap.deregister(lost);
        awaitAndRegister(launch());
        lost.killHung();
    }

    /** Waits until all stopping replicas have stopped, and returns their exit codes. */
    List<Integer> awaitStops() {
        changes.forEach(CompletableFuture::join);
        return stops.stream().map(stop -> stop.exitCode.join()).toList();
    }

    Template.Service spec() {
        return service;
    }

    /** Returns the alias of this service: `SERVICE_A_HOST` contains the host of `serviceA`. */
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

    /** Returns all replicas, including those that have ended. */
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

    private void awaitAndRegister(Replica replica) {
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
