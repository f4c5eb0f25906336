package io.github.ecsdiscovery.service;

import io.github.ecsdiscovery.service.peer.NameServers;
import io.github.ecsdiscovery.service.peer.Peers;
import io.github.ecsdiscovery.service.peer.Timing;
import io.github.ecsdiscovery.service.telemetry.Log;
import io.github.ecsdiscovery.service.telemetry.Metrics;
import io.github.ecsdiscovery.service.web.Availability;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The running service. {@link #start} assembles it, and {@link #stop} shuts it down without losing a request. */
public final class Service {

    private static final Duration START_LIMIT = Duration.ofSeconds(60);
    private static final Duration FIRST_REQUEST_LIMIT = Duration.ofSeconds(10);
    private static final Duration WARM_UP_TIME = Duration.ofSeconds(6);
    private static final int WARM_UP_REQUESTS = 2_000;
    // The template leaves 5 s between the end of the drain and SIGKILL.
    private static final Duration DRAIN_MARGIN = Duration.ofSeconds(1);
    private static final Duration CLOSE_LIMIT = Duration.ofSeconds(2);

    private final Vertx vertx;
    private final Settings settings;
    private final Availability availability = new Availability();

    private Service(Vertx vertx, Settings settings) {
        this.vertx = vertx;
        this.settings = settings;
    }

    public static Service start(Settings settings) throws TimeoutException {
        Vertx vertx = Vertx.vertx(options(settings));
        Service service = new Service(vertx, settings);
        try {
            service.deploy().compose(id -> service.warmUp()).await(START_LIMIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RuntimeException | TimeoutException e) {
            vertx.close();
            throw e;
        }
        Log.info("started", "service", settings.name(), "address", settings.bindAddress(), "port", settings.port());
        return service;
    }

    private Future<String> deploy() {
        Metrics metrics = new Metrics();
        Peers peers = Peers.of(vertx, settings.targets(), Timing.DEFAULT, metrics);
        Endpoints endpoints = new Endpoints(settings.name(), peers);
        // One server per event loop and one event loop per processor. Below 2 vCPUs there is one of each.
        DeploymentOptions instances = new DeploymentOptions().setInstances(processors());
        return vertx.deployVerticle(() -> new Server(settings, metrics, availability, endpoints), instances);
    }

    /**
     * Sends requests to itself. The first request loads most classes of the server and the client, which is slow on a small
     * CPU. Neither a caller nor the first call to a peer should wait for that.
     */
    private Future<Void> warmUp() {
        HttpClient client = vertx.createHttpClient();
        return requestHealth(client)
                .timeout(FIRST_REQUEST_LIMIT.toMillis(), TimeUnit.MILLISECONDS)
                .onComplete(result -> keepWarmingUp(client, WARM_UP_REQUESTS, System.nanoTime()));
    }

    /**
     * Sends further requests until the JVM has compiled the code that serves them. The first few thousand requests are slow,
     * and a deployment sends a new task its full share at once. The time until the first health check of ECS is free for this.
     */
    private void keepWarmingUp(HttpClient client, int remaining, long start) {
        if (remaining == 0 || availability.isStopping() || System.nanoTime() - start > WARM_UP_TIME.toNanos()) {
            client.close();
        } else {
            requestHealth(client)
                    .onComplete(result -> keepWarmingUp(client, result.succeeded() ? remaining - 1 : 0, start));
        }
    }

    private Future<Void> requestHealth(HttpClient client) {
        String address = settings.bindAddress().equals(Settings.ALL_ADDRESSES) ? "127.0.0.1" : settings.bindAddress();
        return client.request(HttpMethod.GET, settings.port(), address, "/health/live")
                .compose(request -> request.send().compose(HttpClientResponse::body))
                .mapEmpty();
    }

    /** Returns the maximum time that {@link #stop} takes. */
    static Duration maxStopTime(Settings settings) {
        return settings.lameDuck().plus(settings.drain()).plus(DRAIN_MARGIN).plus(CLOSE_LIMIT);
    }

    /** Stops the service, and blocks until it has stopped. Takes at most the lame duck, the drain and 3 s. */
    public void stop() {
        Log.info("stopping", "lameDuckSeconds", settings.lameDuck().toSeconds());
        availability.startShutdown();
        sleep(settings.lameDuck());
        Log.info("draining", "drainSeconds", settings.drain().toSeconds());
        Duration limit = settings.drain().plus(DRAIN_MARGIN);
        for (String deployment : vertx.deploymentIDs()) {
            awaitEnd(vertx.undeploy(deployment), limit);
        }
        awaitEnd(vertx.close(), CLOSE_LIMIT);
        Log.info("stopped");
    }

    private static VertxOptions options(Settings settings) {
        return new VertxOptions()
                .setEventLoopPoolSize(processors())
                .setWorkerPoolSize(4)
                .setInternalBlockingPoolSize(2)
                .setAddressResolverOptions(NameServers.find(settings.dnsServer()))
                // The service reads no files from the class path, and the root file system may be read-only.
                .setFileSystemOptions(
                        new FileSystemOptions().setFileCachingEnabled(false).setClassPathResolvingEnabled(false));
    }

    private static int processors() {
        return Runtime.getRuntime().availableProcessors();
    }

    private static void sleep(Duration time) {
        try {
            Thread.sleep(time.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void awaitEnd(Future<Void> result, Duration limit) {
        try {
            result.await(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (Exception e) {
            Log.warning("shutdown step did not finish in time", "error", String.valueOf(e));
        }
    }
}
