package io.github.ecsdiscovery.service.web;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Which requests to log: all except health checks and scrapes, only those with status 5xx, or none. */
public enum AccessLog {
    ALL,
    ERRORS,
    NONE;

    public static Optional<AccessLog> parse(String name) {
        return Stream.of(values())
                .filter(value -> value.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst();
    }

    boolean includes(String path, int status) {
        return switch (this) {
            case ALL -> status >= 500 || !(path.startsWith("/health/") || path.equals("/metrics"));
            case ERRORS -> status >= 500;
            case NONE -> false;
        };
    }
}
