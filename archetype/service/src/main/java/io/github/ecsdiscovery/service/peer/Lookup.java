package io.github.ecsdiscovery.service.peer;

import io.vertx.core.Future;
import io.vertx.core.dns.DnsClient;
import io.vertx.core.dns.DnsException;
import io.vertx.core.dns.DnsResponseCode;
import io.vertx.core.dns.SrvRecord;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;

/**
 * Asks DNS for the addresses of one name: by SRV records where they have the port that is asked for, else by A records. It
 * remembers which of the two there are, so that a look-up is one query as a rule. To be used by one thread.
 */
final class Lookup {

    private enum Way {
        UNKNOWN,
        SRV,
        A
    }

    /** DNS answers, and has nothing that would help. */
    private static final class Nothing extends RuntimeException {
        private static final long serialVersionUID = 1;

        Nothing(String message) {
            super(message, null, false, false);
        }
    }

    private record Known(Set<String> addresses, long since) {}

    // What the template sets; Vert.x tells the TTL of SRV records alone.
    private static final Duration USUAL_TTL = Duration.ofSeconds(10);

    private final DnsClient dns;
    private final Target target;
    private final LongSupplier nanoTime;
    private final long recheck;
    // Cloud Map makes a target for every task, and its address does not change.
    private final Map<String, Known> targets = new HashMap<>();

    private Way way = Way.UNKNOWN;
    private long srvDue;
    private Duration ttl = USUAL_TTL;

    Lookup(DnsClient dns, Target target, Duration recheck, LongSupplier nanoTime) {
        this.dns = dns;
        this.target = target;
        this.recheck = recheck.toNanos();
        this.nanoTime = nanoTime;
    }

    /** Fails if nothing was found, whatever the reason. */
    Future<Found> find() {
        if (!target.mayHaveSrv()) {
            return findByA();
        }
        return switch (way) {
            case UNKNOWN -> findByBoth();
            case SRV ->
                findBySrv().recover(failure -> isNothing(failure) ? findInstead() : Future.failedFuture(failure));
            case A -> isSrvDue() ? findByBoth() : findByA().onFailure(this::doubtA);
        };
    }

    /** Both at once, as somebody may be waiting for the first answer; SRV wins. */
    private Future<Found> findByBoth() {
        Future<Found> byA = findByA();
        return findBySrv().recover(failure -> byA.onSuccess(found -> stayWithA()));
    }

    private Future<Found> findInstead() {
        return findByA().onSuccess(found -> stayWithA());
    }

    private void stayWithA() {
        if (way != Way.A) {
            way = Way.A;
            srvDue = nanoTime.getAsLong() + recheck;
        }
    }

    private void doubtA(Throwable failure) {
        if (isNothing(failure)) {
            way = Way.UNKNOWN;
        }
    }

    private boolean isSrvDue() {
        long now = nanoTime.getAsLong();
        boolean due = now - srvDue >= 0;
        if (due) {
            srvDue = now + recheck;
        }
        return due;
    }

    private Future<Found> findByA() {
        return dns.resolveA(target.host())
                .compose(addresses -> addresses.isEmpty()
                        ? Future.failedFuture(new Nothing("there is no A record"))
                        : Future.succeededFuture(
                                new Found(new LinkedHashSet<>(addresses), isSample(addresses.size()), ttl)));
    }

    private Future<Found> findBySrv() {
        return dns.resolveSRV(target.host()).compose(records -> {
            records.forEach(srv -> ttl = srv.ttl() > ttl.toSeconds() ? Duration.ofSeconds(srv.ttl()) : ttl);
            List<String> names = records.stream()
                    .filter(srv -> srv.port() == target.port())
                    .map(SrvRecord::target)
                    .distinct()
                    .toList();
            if (names.isEmpty()) {
                return Future.failedFuture(new Nothing("there is no SRV record with port " + target.port()));
            }
            return findTargets(names, isSample(records.size())).onSuccess(found -> way = Way.SRV);
        });
    }

    /** What is found without a target that could not be looked up is a sample too: there may be more. */
    private Future<Found> findTargets(List<String> names, boolean sample) {
        List<Future<Set<String>>> lookups =
                names.stream().map(this::addressesOf).toList();
        return Future.join(lookups).transform(joined -> {
            forgetAllBut(names);
            Set<String> addresses = new LinkedHashSet<>();
            lookups.stream().filter(Future::succeeded).map(Future::result).forEach(addresses::addAll);
            boolean whole = lookups.stream().allMatch(lookup -> lookup.succeeded() || isNothing(lookup.cause()));
            return addresses.isEmpty()
                    ? Future.failedFuture(joined.cause())
                    : Future.succeededFuture(new Found(addresses, sample || !whole, ttl));
        });
    }

    /** A target that is known keeps its addresses whatever becomes of a later look-up. */
    private Future<Set<String>> addressesOf(String name) {
        Known known = targets.get(name);
        long now = nanoTime.getAsLong();
        if (known != null && now - known.since < recheck) {
            return Future.succeededFuture(known.addresses);
        }
        return dns.resolveA(name).transform(answer -> {
            if (answer.succeeded() && !answer.result().isEmpty()) {
                Set<String> addresses = new LinkedHashSet<>(answer.result());
                targets.put(name, new Known(addresses, now));
                return Future.succeededFuture(addresses);
            }
            if (known != null) {
                return Future.succeededFuture(known.addresses);
            }
            return Future.failedFuture(answer.failed() ? answer.cause() : new Nothing("a target has no A record"));
        });
    }

    /** A sample leaves out targets that come again, so they are kept for as long as they are good. */
    private void forgetAllBut(List<String> names) {
        long now = nanoTime.getAsLong();
        targets.entrySet()
                .removeIf(entry -> !names.contains(entry.getKey()) && now - entry.getValue().since >= recheck);
    }

    private static boolean isSample(int records) {
        return records >= Found.MOST_OF_CLOUD_MAP;
    }

    private static boolean isNothing(Throwable failure) {
        return failure instanceof Nothing
                || failure instanceof DnsException dns && dns.code() == DnsResponseCode.NXDOMAIN;
    }
}
