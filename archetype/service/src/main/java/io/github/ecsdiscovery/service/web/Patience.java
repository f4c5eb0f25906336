package io.github.ecsdiscovery.service.web;

import io.vertx.core.MultiMap;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * For how long somebody waits for an answer.
 *
 * @param end by {@link System#nanoTime()}; empty where nobody said
 */
public record Patience(Optional<Long> end) {

    /** Milliseconds in which an answer is expected. Envoy says it by this header, and so do peers of this kind. */
    public static final String HEADER = "X-Envoy-Expected-Rq-Timeout-Ms";

    private static final Pattern MILLISECONDS = Pattern.compile("[0-9]{1,9}");

    /** From now on. */
    public static Patience of(Duration time) {
        return new Patience(Optional.of(System.nanoTime() + time.toNanos()));
    }

    public static Patience unknown() {
        return new Patience(Optional.empty());
    }

    static Patience from(MultiMap headers) {
        String said = headers.get(HEADER);
        return said != null && MILLISECONDS.matcher(said).matches()
                ? of(Duration.ofMillis(Long.parseLong(said)))
                : unknown();
    }

    /** What is left of it: at least nothing, and empty where it is not known. */
    public Optional<Duration> left() {
        return end.map(time -> Duration.ofNanos(Math.max(0, time - System.nanoTime())));
    }
}
