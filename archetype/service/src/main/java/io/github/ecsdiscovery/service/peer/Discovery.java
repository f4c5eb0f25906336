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

/** Keeps the address book of one peer up to date for as long as the service runs; a look-up that fails changes nothing. */
final class Discovery {

    private final Vertx vertx;
    private final Lookup lookup;
    private final Target target;
    private final Timing timing;
    private final Metrics metrics;
    private final AddressBook book;
    private volatile Promise<Void> round = Promise.promise();
    private boolean failing;

    Discovery(Vertx vertx, Lookup lookup, Target target, Timing timing, Metrics metrics) {
        this.vertx = vertx;
        this.lookup = lookup;
        this.target = target;
        this.timing = timing;
        this.metrics = metrics;
        this.book = new AddressBook(System::nanoTime, timing.ejection());
    }

    /**
     * Looks the peer up from now on.
     *
     * @param written addresses that the hosts file has for it, which win over DNS and stay
     */
    void start(Set<String> written) {
        if (target.isAddress()) {
            book.update(new Found(Set.of(target.host()), false, Duration.ZERO));
            return;
        }
        if (!written.isEmpty()) {
            book.update(new Found(written, false, Duration.ZERO));
            return;
        }
        Context context = vertx.getOrCreateContext();
        context.runOnContext(now -> refresh());
    }

    AddressBook book() {
        return book;
    }

    /**
     * Succeeds at once if there is an address, else when the look-up that runs has ended or this time is over; on the
     * caller's event loop either way, for what follows is the caller's.
     */
    Future<Void> anyKnown(Duration limit) {
        if (!book.isEmpty()) {
            return Future.succeededFuture();
        }
        Context caller = vertx.getOrCreateContext();
        Promise<Void> known = Promise.promise();
        round.future()
                .timeout(limit.toMillis(), TimeUnit.MILLISECONDS)
                .onComplete(end -> caller.runOnContext(now -> known.complete()));
        return known.future();
    }

    private void refresh() {
        if (round.future().isComplete()) {
            round = Promise.promise();
        }
        // Whatever happens to a look-up, there is a next one: a look-up is two queries in turn at most.
        Future.succeededFuture()
                .compose(start -> lookup.find())
                .timeout(timing.query().multipliedBy(3).toMillis(), TimeUnit.MILLISECONDS)
                .onSuccess(this::use)
                .onFailure(this::keep)
                .onComplete(end -> {
                    metrics.lookedUp(target.alias(), end.succeeded());
                    round.complete();
                    vertx.setTimer(timing.refresh().toMillis(), timer -> refresh());
                });
    }

    private void use(Found found) {
        failing = false;
        if (book.update(found)) {
            Log.info("peer has other addresses", "peer", target.alias(), "addresses", new JsonArray(book.addresses()));
        }
    }

    private void keep(Throwable failure) {
        if (!failing) {
            Log.warning(
                    "peer could not be looked up",
                    "peer",
                    target.alias(),
                    "host",
                    target.host(),
                    "addresses",
                    new JsonArray(book.addresses()),
                    "error",
                    String.valueOf(failure.getMessage()));
        }
        failing = true;
    }
}
