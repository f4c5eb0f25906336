package io.github.ecsdiscovery.containers;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.function.Supplier;

/** Waits for conditions in containers. */
final class Waiting {

    private Waiting() {}

    /** Waits until the condition is true. Fails with the explanation after the limit. */
    static void until(Duration limit, Callable<Boolean> condition, Supplier<String> explanation) {
        long end = System.nanoTime() + limit.toNanos();
        try {
            while (!condition.call()) {
                if (System.nanoTime() - end > 0) {
                    throw new AssertionError("the condition was not true within " + limit + ": " + explanation.get());
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
