package io.github.ecsdiscovery.containers;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * A network of this test alone. Each of its addresses is given out once: Docker hands out the address of a stopped container
 * at once, and a client with a stale answer would meet a living server there, so that nothing would seem to be lost.
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
        AssertionError refused = new AssertionError("no subnet was tried");
        for (int i = 0; i < 64; i++) {
            String prefix = "172.30.%s.".formatted(i);
            try {
                Docker.docker("network", "create", "--subnet", prefix + "0/24", name);
                return new Network(name, prefix);
            } catch (AssertionError e) {
                // another network has it
                refused = e;
            }
        }
        throw refused;
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
