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
 * The addresses of one peer, and what is known of each. Who fails or is about to leave is put aside for a while, unless all
 * are; what a look-up changes leaves the others as they are.
 */
final class AddressBook {

    // A task that is gone from DNS goes on serving for its TTL and 15 s: no address outlives that unseen.
    private static final Duration BEYOND_TTL = Duration.ofSeconds(15);

    private final LongSupplier nanoTime;
    private final long ejection;
    private final Map<String, Server> servers = new LinkedHashMap<>();
    private Set<String> latest = Set.of();

    AddressBook(LongSupplier nanoTime, Duration ejection) {
        this.nanoTime = nanoTime;
        this.ejection = ejection.toNanos();
    }

    /** One address; whoever takes it says later how it did. */
    final class Server {

        private final String address;
        private long seen;
        private int inFlight;
        private boolean aside;
        private long asideUntil;

        private Server(String address) {
            this.address = address;
        }

        String address() {
            return address;
        }

        void succeeded() {
            synchronized (AddressBook.this) {
                inFlight--;
                aside = false;
            }
        }

        /** It failed, or will not answer for long. Whether that is news: it is listed, and was not put aside before. */
        boolean putAside() {
            synchronized (AddressBook.this) {
                inFlight--;
                return servers.get(address) == this && AddressBook.this.putAside(this);
            }
        }

        private boolean isAside(long now) {
            return aside && asideUntil - now > 0;
        }
    }

    /** Whether that changed which addresses there are. */
    synchronized boolean update(Found found) {
        long now = nanoTime.getAsLong();
        Set<String> before = Set.copyOf(servers.keySet());
        latest = found.addresses();
        for (String address : latest) {
            servers.computeIfAbsent(address, Server::new).seen = now;
        }
        long keep = found.ttl().plus(BEYOND_TTL).toNanos();
        servers.values()
                .removeIf(server -> !latest.contains(server.address) && !(found.sample() && now - server.seen <= keep));
        return !before.equals(servers.keySet());
    }

    /** The less busy of two at random, of those that are not aside. */
    synchronized Optional<Server> take() {
        return takeOf(servers.values());
    }

    synchronized Optional<Server> takeOtherThan(Server server) {
        return takeOf(servers.values().stream()
                .filter(other -> !other.address.equals(server.address))
                .toList());
    }

    /** Also if that server has left the list since it was taken. */
    synchronized boolean knowsOtherThan(Server server) {
        return servers.keySet().stream().anyMatch(address -> !address.equals(server.address));
    }

    /** For what this book does not list; nothing that happens to it is remembered. */
    Server unlisted(String address) {
        return new Server(address);
    }

    synchronized boolean isEmpty() {
        return servers.isEmpty();
    }

    synchronized List<String> addresses() {
        return List.copyOf(servers.keySet());
    }

    synchronized int ejected() {
        long now = nanoTime.getAsLong();
        return (int)
                servers.values().stream().filter(server -> server.isAside(now)).count();
    }

    private Optional<Server> takeOf(Collection<Server> candidates) {
        if (candidates.isEmpty()) {
            return Optional.empty();
        }
        long now = nanoTime.getAsLong();
        List<Server> ready =
                candidates.stream().filter(server -> !server.isAside(now)).toList();
        Server taken = lessBusy(ready.isEmpty() ? List.copyOf(candidates) : ready);
        taken.inFlight++;
        if (taken.aside) {
            // its time is over: this one request tries it, before others follow
            taken.asideUntil = now + ejection;
        }
        return Optional.of(taken);
    }

    private static Server lessBusy(List<Server> servers) {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        int first = random.nextInt(servers.size());
        // two that differ, where there are two: else who hangs would get every fourth request of two
        int second = (first + 1 + random.nextInt(Math.max(1, servers.size() - 1))) % servers.size();
        Server one = servers.get(first);
        Server other = servers.get(second);
        return other.inFlight < one.inFlight ? other : one;
    }

    private boolean putAside(Server server) {
        boolean news = !server.aside;
        if (latest.contains(server.address)) {
            server.aside = true;
            server.asideUntil = nanoTime.getAsLong() + ejection;
        } else {
            // the last sample left it out, and now it fails or leaves: it is gone
            servers.remove(server.address);
        }
        return news;
    }
}
