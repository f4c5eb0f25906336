package io.github.ecsdiscovery.service.web;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Which requests are logged: all but those of health checks and scrapers, those that failed with 5xx, or none. */
public enum AccessLog {
    ALL,
    ERRORS,
    NONE;

    public static Optional<AccessLog> named(String name) {
        return Stream.of(values())
                .filter(value -> value.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst();
    }

    boolean wants(String path, int status) {
        return switch (this) {
            case ALL -> status >= 500 || !(path.startsWith("/health/") || path.equals("/metrics"));
            case ERRORS -> status >= 500;
            case NONE -> false;
        };
    }
}
