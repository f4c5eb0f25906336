package io.github.ecsdiscovery.containers;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * A Docker network for one test. It uses each address only once, because Docker reuses the address of a stopped container at
 * once. A client with a stale address would then reach a running server, and the test would miss lost requests.
 */
final class Network implements AutoCloseable {

    private static final int FIRST = 10;
    private static final int LAST = 250;

    private final String name;
    private final String prefix;
    private final AtomicInteger next = new AtomicInteger(FIRST);

    private Network(String name, String prefix) {
        this.name = name;
        this.prefix = prefix;
    }

    static Network create(String name) {
        AssertionError failure = new AssertionError("no subnet was tried");
        for (int i = 0; i < 64; i++) {
            String prefix = "172.30.%s.".formatted(i);
            try {
                Docker.docker("network", "create", "--subnet", prefix + "0/24", name);
                return new Network(name, prefix);
            } catch (AssertionError e) {
                // another network uses this subnet
                failure = e;
            }
        }
        throw failure;
    }

    String name() {
        return name;
    }

    String newAddress() {
        int number = next.getAndIncrement();
        if (number > LAST) {
            throw new IllegalStateException("the network has no more addresses");
        }
        return prefix + number;
    }

    @Override
    public void close() {
        Docker.docker("network", "rm", name);
    }
}
