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
 * Looks up the addresses of one name in DNS. Uses SRV records if they contain the target's port, and A records otherwise. It
 * remembers the record type that exists, so a lookup is usually one query. Not thread-safe.
 */
final class Lookup {

    private enum RecordType {
        UNKNOWN,
        SRV,
        A
    }

    /** DNS responded, but without a usable record. */
    private static final class NoRecordsException extends RuntimeException {
        private static final long serialVersionUID = 1;

        NoRecordsException(String message) {
            super(message, null, false, false);
        }
    }

    private record CachedTarget(Set<String> addresses, long resolvedAt) {}

    // The TTL that the template sets. Vert.x returns the TTL of SRV records only.
    private static final Duration DEFAULT_TTL = Duration.ofSeconds(10);

    private final DnsClient dns;
    private final Target target;
    private final LongSupplier nanoTime;
    private final long recheckNanos;
    // Cloud Map creates one SRV target per task, and the address of a task does not change.
    private final Map<String, CachedTarget> srvTargets = new HashMap<>();

    private RecordType recordType = RecordType.UNKNOWN;
    private long nextSrvQuery;
    private Duration ttl = DEFAULT_TTL;

    Lookup(DnsClient dns, Target target, Duration recheckInterval, LongSupplier nanoTime) {
        this.dns = dns;
        this.target = target;
        this.recheckNanos = recheckInterval.toNanos();
        this.nanoTime = nanoTime;
    }

    /** Returns the addresses. The future fails if there are none, for any reason. */
    Future<LookupResult> find() {
        if (!target.mayHaveSrv()) {
            return queryA();
        }
        return switch (recordType) {
            case UNKNOWN -> queryBoth();
            case SRV ->
                querySrv().recover(failure -> hasNoRecords(failure) ? fallBackToA() : Future.failedFuture(failure));
            case A -> isSrvQueryDue() ? queryBoth() : queryA().onFailure(this::reconsiderRecordType);
        };
    }

    /** Queries both types at the same time, because a request may be waiting for the result. SRV takes precedence. */
    private Future<LookupResult> queryBoth() {
        Future<LookupResult> byA = queryA();
        return querySrv().recover(failure -> byA.onSuccess(found -> preferA()));
    }

    private Future<LookupResult> fallBackToA() {
        return queryA().onSuccess(found -> preferA());
    }

    private void preferA() {
        if (recordType != RecordType.A) {
            recordType = RecordType.A;
            nextSrvQuery = nanoTime.getAsLong() + recheckNanos;
        }
    }

    private void reconsiderRecordType(Throwable failure) {
        if (hasNoRecords(failure)) {
            recordType = RecordType.UNKNOWN;
        }
    }

    private boolean isSrvQueryDue() {
        long now = nanoTime.getAsLong();
        boolean due = now - nextSrvQuery >= 0;
        if (due) {
            nextSrvQuery = now + recheckNanos;
        }
        return due;
    }

    private Future<LookupResult> queryA() {
        return dns.resolveA(target.host())
                .compose(addresses -> addresses.isEmpty()
                        ? Future.failedFuture(new NoRecordsException("there is no A record"))
                        : Future.succeededFuture(
                                new LookupResult(new LinkedHashSet<>(addresses), isSample(addresses.size()), ttl)));
    }

    private Future<LookupResult> querySrv() {
        return dns.resolveSRV(target.host()).compose(records -> {
            records.forEach(srv -> ttl = srv.ttl() > ttl.toSeconds() ? Duration.ofSeconds(srv.ttl()) : ttl);
            List<String> names = records.stream()
                    .filter(srv -> srv.port() == target.port())
                    .map(SrvRecord::target)
                    .distinct()
                    .toList();
            if (names.isEmpty()) {
                return Future.failedFuture(new NoRecordsException("there is no SRV record with port " + target.port()));
            }
            return resolveTargets(names, isSample(records.size())).onSuccess(found -> recordType = RecordType.SRV);
        });
    }

    /** Resolves SRV targets. If one cannot be resolved, the result is a sample, because there may be more addresses. */
    private Future<LookupResult> resolveTargets(List<String> names, boolean sample) {
        List<Future<Set<String>>> lookups =
                names.stream().map(this::addressesOf).toList();
        return Future.join(lookups).transform(joined -> {
            evictExpiredTargets(names);
            Set<String> addresses = new LinkedHashSet<>();
            lookups.stream().filter(Future::succeeded).map(Future::result).forEach(addresses::addAll);
            boolean complete = lookups.stream().allMatch(lookup -> lookup.succeeded() || hasNoRecords(lookup.cause()));
            return addresses.isEmpty()
                    ? Future.failedFuture(joined.cause())
                    : Future.succeededFuture(new LookupResult(addresses, sample || !complete, ttl));
        });
    }

    /** Returns the addresses of an SRV target. If a later query fails, returns those that are cached. */
    private Future<Set<String>> addressesOf(String name) {
        CachedTarget cached = srvTargets.get(name);
        long now = nanoTime.getAsLong();
        if (cached != null && now - cached.resolvedAt < recheckNanos) {
            return Future.succeededFuture(cached.addresses);
        }
        return dns.resolveA(name).transform(query -> {
            if (query.succeeded() && !query.result().isEmpty()) {
                Set<String> addresses = new LinkedHashSet<>(query.result());
                srvTargets.put(name, new CachedTarget(addresses, now));
                return Future.succeededFuture(addresses);
            }
            if (cached != null) {
                return Future.succeededFuture(cached.addresses);
            }
            return Future.failedFuture(
                    query.failed() ? query.cause() : new NoRecordsException("an SRV target has no A record"));
        });
    }

    /** Removes expired targets. A target that is missing from this sample stays, because it may be in the next one. */
    private void evictExpiredTargets(List<String> names) {
        long now = nanoTime.getAsLong();
        srvTargets
                .entrySet()
                .removeIf(
                        entry -> !names.contains(entry.getKey()) && now - entry.getValue().resolvedAt >= recheckNanos);
    }

    private static boolean isSample(int records) {
        return records >= LookupResult.CLOUD_MAP_LIMIT;
    }

    private static boolean hasNoRecords(Throwable failure) {
        return failure instanceof NoRecordsException
                || failure instanceof DnsException dns && dns.code() == DnsResponseCode.NXDOMAIN;
    }
}
