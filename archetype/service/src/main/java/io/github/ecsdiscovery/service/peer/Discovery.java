package io.github.ecsdiscovery.service.peer;

import io.github.ecsdiscovery.service.telemetry.Log;
import io.github.ecsdiscovery.service.telemetry.Metrics;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** Keeps the addresses of one peer up to date while the service runs. A lookup that fails changes nothing. */
final class Discovery {

    private final Vertx vertx;
    private final Lookup lookup;
    private final Target target;
    private final Timing timing;
    private final Metrics metrics;
    private final EndpointPool endpoints;
    private volatile Promise<Void> currentLookup = Promise.promise();
    private boolean failing;

    Discovery(Vertx vertx, Lookup lookup, Target target, Timing timing, Metrics metrics) {
        this.vertx = vertx;
        this.lookup = lookup;
        this.target = target;
        this.timing = timing;
        this.metrics = metrics;
        this.endpoints = new EndpointPool(System::nanoTime, timing.ejectionTime());
    }

    /**
     * Starts to look up the peer periodically.
     *
     * @param hostsFileAddresses the peer's addresses in the hosts file. They take precedence over DNS and do not change
     */
    void start(Set<String> hostsFileAddresses) {
        if (target.isAddress()) {
            endpoints.update(new LookupResult(Set.of(target.host()), false, Duration.ZERO));
            return;
        }
        if (!hostsFileAddresses.isEmpty()) {
            endpoints.update(new LookupResult(hostsFileAddresses, false, Duration.ZERO));
            return;
        }
        Context context = vertx.getOrCreateContext();
        context.runOnContext(now -> refresh());
    }

    EndpointPool endpoints() {
        return endpoints;
    }

    /**
     * Waits for the first address. Succeeds at once if there is one. Otherwise succeeds when the current lookup ends or the
     * limit expires. The future completes on the caller's event loop, because the caller's handlers must run there.
     */
    Future<Void> awaitAddress(Duration limit) {
        if (!endpoints.isEmpty()) {
            return Future.succeededFuture();
        }
        Context caller = vertx.getOrCreateContext();
        Promise<Void> ready = Promise.promise();
        currentLookup
                .future()
                .timeout(limit.toMillis(), TimeUnit.MILLISECONDS)
                .onComplete(end -> caller.runOnContext(now -> ready.complete()));
        return ready.future();
    }

    private void refresh() {
        if (currentLookup.future().isComplete()) {
            currentLookup = Promise.promise();
        }
        // The timeout ensures that there is a next lookup. A lookup runs at most two queries in sequence.
        Future.succeededFuture()
                .compose(start -> lookup.find())
                .timeout(timing.queryTimeout().multipliedBy(3).toMillis(), TimeUnit.MILLISECONDS)
                .onSuccess(this::applyResult)
                .onFailure(this::logFailure)
                .onComplete(end -> {
                    metrics.lookupCompleted(target.alias(), end.succeeded());
                    currentLookup.complete();
                    vertx.setTimer(timing.refreshInterval().toMillis(), timer -> refresh());
                });
    }

    private void applyResult(LookupResult result) {
        failing = false;
        if (endpoints.update(result)) {
            Log.info(
                    "peer addresses changed",
                    "peer",
                    target.alias(),
                    "addresses",
                    new JsonArray(endpoints.addresses()));
        }
    }

    private void logFailure(Throwable failure) {
        if (!failing) {
            Log.warning(
                    "peer lookup failed",
                    "peer",
                    target.alias(),
                    "host",
                    target.host(),
                    "addresses",
                    new JsonArray(endpoints.addresses()),
                    "error",
                    String.valueOf(failure.getMessage()));
        }
        failing = true;
    }
}
