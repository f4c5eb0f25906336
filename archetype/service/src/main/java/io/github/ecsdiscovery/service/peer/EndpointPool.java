package io.github.ecsdiscovery.service.peer;

import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.LongSupplier;

/**
 * The addresses of one peer and the state of each. An address that fails or is about to stop is ejected for a while, unless
 * all addresses are ejected. A new lookup keeps the state of the addresses that it still contains.
 */
final class EndpointPool {

    // A task that has left DNS serves for its TTL and 15 s more. The pool drops an unseen address after that time.
    private static final Duration GRACE_AFTER_TTL = Duration.ofSeconds(15);

    private final LongSupplier nanoTime;
    private final long ejectionNanos;
    private final Map<String, Endpoint> endpoints = new LinkedHashMap<>();
    private Set<String> latestAddresses = Set.of();

    EndpointPool(LongSupplier nanoTime, Duration ejectionTime) {
        this.nanoTime = nanoTime;
        this.ejectionNanos = ejectionTime.toNanos();
    }

    /** One address. The code that picks it reports the outcome of its request. */
    final class Endpoint {

        private final String address;
        private long lastSeen;
        private int inFlight;
        private boolean ejected;
        private long ejectedUntil;

        private Endpoint(String address) {
            this.address = address;
        }

        String address() {
            return address;
        }

        void succeeded() {
            synchronized (EndpointPool.this) {
                inFlight--;
                ejected = false;
            }
        }

        /**
         * Ejects this address, because it failed or is about to stop.
         *
         * @return whether the pool still lists this address and had not ejected it before
         */
        boolean eject() {
            synchronized (EndpointPool.this) {
                inFlight--;
                return endpoints.get(address) == this && EndpointPool.this.eject(this);
            }
        }

        private boolean isEjected(long now) {
            return ejected && ejectedUntil - now > 0;
        }
    }

    /** Applies the result of a lookup, and returns whether the set of addresses changed. */
    synchronized boolean update(LookupResult result) {
        long now = nanoTime.getAsLong();
        Set<String> previous = Set.copyOf(endpoints.keySet());
        latestAddresses = result.addresses();
        for (String address : latestAddresses) {
            endpoints.computeIfAbsent(address, Endpoint::new).lastSeen = now;
        }
        long retention = result.ttl().plus(GRACE_AFTER_TTL).toNanos();
        endpoints
                .values()
                .removeIf(endpoint -> !latestAddresses.contains(endpoint.address)
                        && !(result.sample() && now - endpoint.lastSeen <= retention));
        return !previous.equals(endpoints.keySet());
    }

    /** Picks two random addresses that are not ejected, and returns the one with fewer requests in flight. */
    synchronized Optional<Endpoint> pick() {
        return pickFrom(endpoints.values());
    }

    synchronized Optional<Endpoint> pickOtherThan(Endpoint endpoint) {
        return pickFrom(endpoints.values().stream()
                .filter(other -> !other.address.equals(endpoint.address))
                .toList());
    }

    /** Returns whether there is another address. The given one may have left the pool since it was picked. */
    synchronized boolean hasOtherThan(Endpoint endpoint) {
        return endpoints.keySet().stream().anyMatch(address -> !address.equals(endpoint.address));
    }

    /** Returns an endpoint for an address that is not in this pool. The pool does not record its outcomes. */
    Endpoint unlisted(String address) {
        return new Endpoint(address);
    }

    synchronized boolean isEmpty() {
        return endpoints.isEmpty();
    }

    synchronized List<String> addresses() {
        return List.copyOf(endpoints.keySet());
    }

    synchronized int ejectedCount() {
        long now = nanoTime.getAsLong();
        return (int) endpoints.values().stream()
                .filter(endpoint -> endpoint.isEjected(now))
                .count();
    }

    private Optional<Endpoint> pickFrom(Collection<Endpoint> candidates) {
        if (candidates.isEmpty()) {
            return Optional.empty();
        }
        long now = nanoTime.getAsLong();
        List<Endpoint> available =
                candidates.stream().filter(endpoint -> !endpoint.isEjected(now)).toList();
        Endpoint picked = lessBusyOfTwo(available.isEmpty() ? List.copyOf(candidates) : available);
        picked.inFlight++;
        if (picked.ejected) {
            // The ejection time is over. This request probes the address before other requests use it.
            picked.ejectedUntil = now + ejectionNanos;
        }
        return Optional.of(picked);
    }

    private static Endpoint lessBusyOfTwo(List<Endpoint> endpoints) {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        int first = random.nextInt(endpoints.size());
        // The two differ if possible. Otherwise, one of two endpoints that hangs would get every fourth request.
        int second = (first + 1 + random.nextInt(Math.max(1, endpoints.size() - 1))) % endpoints.size();
        Endpoint candidate = endpoints.get(first);
        Endpoint alternative = endpoints.get(second);
        return alternative.inFlight < candidate.inFlight ? alternative : candidate;
    }

    private boolean eject(Endpoint endpoint) {
        boolean newlyEjected = !endpoint.ejected;
        if (latestAddresses.contains(endpoint.address)) {
            endpoint.ejected = true;
            endpoint.ejectedUntil = nanoTime.getAsLong() + ejectionNanos;
        } else {
            // The latest sample does not contain it, and now it fails or stops. So the task is gone.
            endpoints.remove(endpoint.address);
        }
        return newlyEjected;
    }
}
