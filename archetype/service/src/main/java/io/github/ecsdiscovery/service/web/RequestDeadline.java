package io.github.ecsdiscovery.service.web;

import io.vertx.core.MultiMap;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The time until which the caller waits for a response.
 *
 * @param end the deadline as a value of {@link System#nanoTime()}, or empty if the caller sent none
 */
public record RequestDeadline(Optional<Long> end) {

    /** The header with the milliseconds until the deadline. Envoy and services of this kind send it. */
    public static final String HEADER = "X-Envoy-Expected-Rq-Timeout-Ms";

    private static final Pattern MILLISECONDS = Pattern.compile("[0-9]{1,9}");

    /** Returns the deadline that is this long after now. */
    public static RequestDeadline after(Duration timeout) {
        return new RequestDeadline(Optional.of(System.nanoTime() + timeout.toNanos()));
    }

    public static RequestDeadline none() {
        return new RequestDeadline(Optional.empty());
    }

    static RequestDeadline from(MultiMap headers) {
        String milliseconds = headers.get(HEADER);
        return milliseconds != null && MILLISECONDS.matcher(milliseconds).matches()
                ? after(Duration.ofMillis(Long.parseLong(milliseconds)))
                : none();
    }

    /** Returns the time until the deadline, at least zero, or empty if there is no deadline. */
    public Optional<Duration> remaining() {
        return end.map(time -> Duration.ofNanos(Math.max(0, time - System.nanoTime())));
    }
}
