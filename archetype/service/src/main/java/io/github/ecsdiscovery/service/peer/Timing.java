package io.github.ecsdiscovery.service.peer;

import java.time.Duration;

/**
 * Timeouts and intervals for peers and DNS. Measurements confirm the defaults: no request is lost when an instance is killed,
 * hangs or is replaced, or when DNS does not respond.
 *
 * @param refreshInterval time between two lookups of a name
 * @param recheckInterval how long to cache what rarely changes: whether SRV records exist, and the addresses of SRV targets
 * @param queryTimeout timeout of a DNS query
 * @param connectTimeout timeout of a connection attempt
 * @param attemptTimeout time from the start of an attempt to the end of its response
 * @param keepAlive how long to keep an unused connection; servers must keep it longer
 * @param ejectionTime how long an address that failed is ejected
 */
public record Timing(
        Duration refreshInterval,
        Duration recheckInterval,
        Duration queryTimeout,
        Duration connectTimeout,
        Duration attemptTimeout,
        Duration keepAlive,
        Duration ejectionTime) {

    public static final Timing DEFAULT = new Timing(
            Duration.ofSeconds(2),
            Duration.ofSeconds(60),
            Duration.ofMillis(1500),
            Duration.ofMillis(500),
            Duration.ofSeconds(1),
            Duration.ofSeconds(30),
            Duration.ofSeconds(10));
}
