package io.github.ecsdiscovery.service.peer;

import java.time.Duration;

/**
 * How long peers and DNS are waited for. The defaults were measured: with them no request is lost when an instance is
 * killed, hangs or is replaced, or when DNS is silent.
 *
 * @param refresh between two look-ups of a name
 * @param recheck until what changes seldom is asked again: whether there are SRV records, and the address of their target
 * @param query until a DNS query has failed
 * @param connect until a connection has failed
 * @param attempt from the start of a try to the end of its answer
 * @param keepAlive for how long an unused connection is kept; shorter than servers keep it
 * @param ejection for how long an address that failed is put aside
 */
public record Timing(
        Duration refresh,
        Duration recheck,
        Duration query,
        Duration connect,
        Duration attempt,
        Duration keepAlive,
        Duration ejection) {

    public static final Timing DEFAULT = new Timing(
            Duration.ofSeconds(2),
            Duration.ofSeconds(60),
            Duration.ofMillis(1500),
            Duration.ofMillis(500),
            Duration.ofSeconds(1),
            Duration.ofSeconds(30),
            Duration.ofSeconds(10));
}
