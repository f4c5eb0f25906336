package io.github.ecsdiscovery.containers;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;

/** Runs all services of a template in containers on this machine, as ECS would. */
final class Cluster implements AutoCloseable {

    private final Network network;
    private final CloudMap cloudMap;
    private final Template template;
    private final List<EcsService> services;

    private Cluster(Network network, CloudMap cloudMap, Template template) {
        this.network = network;
        this.cloudMap = cloudMap;
        this.template = template;
        this.services = template.services().stream()
                .map(service -> new EcsService(service, network, cloudMap))
                .toList();
    }

    /** Starts the cluster, and returns when all replicas are healthy and registered. */
    static Cluster start(Template template) {
        Network network =
                Network.create("end-to-end-" + ThreadLocalRandom.current().nextInt(100_000));
        try {
            CloudMap cloudMap = CloudMap.start(network, template.namespace());
            Cluster cluster = new Cluster(network, cloudMap, template);
            try {
                cluster.forEachService(EcsService::start);
                return cluster;
            } catch (RuntimeException | Error e) {
                cluster.removeContainers();
                throw e;
            }
        } catch (RuntimeException | Error e) {
            network.close();
            throw e;
        }
    }

    /** Replaces the replicas of all services. The services roll in parallel, as in ECS. */
    void rollOut(Duration recordDelay) {
        forEachService(service -> service.rollOut(recordDelay));
    }

    void forEachService(Consumer<EcsService> action) {
        List<CompletableFuture<Void>> actions = services.stream()
                .map(service -> CompletableFuture.runAsync(() -> action.accept(service)))
                .toList();
        CompletableFuture.allOf(actions.toArray(CompletableFuture[]::new)).join();
    }

    List<Integer> awaitStops() {
        return services.stream()
                .flatMap(service -> service.awaitStops().stream())
                .toList();
    }

    Template template() {
        return template;
    }

    EcsService service(int index) {
        return services.get(index);
    }

    List<Replica> running() {
        return services.stream().flatMap(service -> service.running().stream()).toList();
    }

    List<Replica> all() {
        return services.stream().flatMap(service -> service.all().stream()).toList();
    }

    Replica replicaAt(String address) {
        return all().stream()
                .filter(replica -> replica.address().equals(address))
                .findFirst()
                .orElseThrow();
    }

    List<Replica> stopped() {
        return services.stream().flatMap(service -> service.stopped().stream()).toList();
    }

    String dnsServer() {
        return cloudMap.address();
    }

    private void removeContainers() {
        new ArrayList<>(all()).forEach(Replica::remove);
        cloudMap.close();
    }

    @Override
    public void close() {
        removeContainers();
        network.close();
    }
}
