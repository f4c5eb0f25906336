package io.github.ecsdiscovery.containers;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.function.Supplier;

/** Waits for what happens in a container. */
final class Waiting {

    private Waiting() {}

    /** Fails if it is not true in time, and says why. */
    static void until(Duration limit, Callable<Boolean> condition, Supplier<String> explanation) {
        long end = System.nanoTime() + limit.toNanos();
        try {
            while (!condition.call()) {
                if (System.nanoTime() - end > 0) {
                    throw new AssertionError("did not happen within " + limit + ": " + explanation.get());
                }
                Thread.sleep(200);
            }
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    static void pause(Duration time) {
        try {
            Thread.sleep(time.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
