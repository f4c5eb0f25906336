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

/** The running service: made of its parts by {@link #start}, and taken apart without losing a request by {@link #stop}. */
public final class Service {

    private static final Duration START_LIMIT = Duration.ofSeconds(60);
    private static final Duration WARM_UP_LIMIT = Duration.ofSeconds(10);
    // The template leaves 5 s between the end of the drain and the kill.
    private static final Duration MARGIN = Duration.ofSeconds(1);
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
        // One event loop has one server, and both are as many as processors: one below 2 vCPU.
        DeploymentOptions each = new DeploymentOptions().setInstances(processors());
        return vertx.deployVerticle(() -> new Server(settings, metrics, availability, endpoints), each);
    }

    /**
     * Asks itself once. The first request loads most classes of server and client; that takes long on a small CPU, and
     * neither a caller nor the first call of a peer should wait for it.
     */
    private Future<Void> warmUp() {
        HttpClient client = vertx.createHttpClient();
        String address = settings.bindAddress().equals(Settings.ALL_ADDRESSES) ? "127.0.0.1" : settings.bindAddress();
        return client.request(HttpMethod.GET, settings.port(), address, "/health/live")
                .compose(request -> request.send().compose(HttpClientResponse::body))
                .timeout(WARM_UP_LIMIT.toMillis(), TimeUnit.MILLISECONDS)
                .transform(end -> client.close());
    }

    /** How long {@link #stop} takes at most. */
    static Duration longestStop(Settings settings) {
        return settings.lameDuck().plus(settings.drain()).plus(MARGIN).plus(CLOSE_LIMIT);
    }

    /** Takes as long as the lame duck and the drain, and a few seconds at most; blocks. */
    public void stop() {
        Log.info("stopping", "lameDuckSeconds", settings.lameDuck().toSeconds());
        availability.stop();
        sleep(settings.lameDuck());
        Log.info("draining", "drainSeconds", settings.drain().toSeconds());
        Duration limit = settings.drain().plus(MARGIN);
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
                // Nothing is read from the class path, and the root file system may be read-only.
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

    private static void awaitEnd(Future<Void> end, Duration limit) {
        try {
            end.await(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (Exception e) {
            Log.warning("a part did not stop in time", "error", String.valueOf(e));
        }
    }
}
