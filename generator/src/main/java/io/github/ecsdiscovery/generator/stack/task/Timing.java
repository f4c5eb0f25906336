package io.github.ecsdiscovery.generator.stack.task;

import io.github.ecsdiscovery.generator.model.discovery.Discovery;
import io.github.ecsdiscovery.generator.model.service.Service;
import org.jspecify.annotations.Nullable;

/**
 * The times of a graceful shutdown, in seconds. The template and the code of a service must agree on them.
 *
 * <p>ECS removes a task's address from DNS and sends SIGTERM at the same time. Resolvers return the address for another TTL,
 * and Route 53 and caches need some more seconds. So a graceful shutdown has three steps:
 *
 * <ol>
 *   <li>The service keeps serving for the lame duck period.
 *   <li>It waits for requests in progress for the drain period.
 *   <li>ECS kills it, but not before both periods are over.
 * </ol>
 *
 * <p>With Service Connect, callers keep no addresses: their proxies learn of each task that stops. That takes seconds too, so
 * the times are the same with a TTL of 0.
 *
 * @param lameDuck how long the service keeps serving after SIGTERM
 * @param drain how long it then waits for requests in progress
 * @param stopTimeout the time between SIGTERM and SIGKILL, at most 120 on Fargate
 */
public record Timing(int lameDuck, int drain, int stopTimeout) {
    /** The time that Route 53 and caches need in addition to the TTL. */
    private static final int PROPAGATION = 15;

    /** The maximum duration of a request. */
    public static final int DRAIN = 15;

    /**
     * The deregistration delay: how long requests from a load balancer to a stopping task may continue.
     *
     * <p>It is longer than a request may take. It also ends within lame duck and drain for every TTL, even if SIGTERM comes at the
     * same time.
     */
    public static final int DEREGISTRATION = PROPAGATION + DRAIN;

    /** The time in which the process must exit. */
    private static final int MARGIN = 5;

    /** Returns the times of a service, or null if it is not discoverable. */
    public static @Nullable Timing of(Service service) {
        Discovery discovery = service.activeDiscovery();
        return discovery == null ? null : of(ttl(discovery), service.stopTimeout());
    }

    /** Returns how long resolvers return the address of a stopped task. */
    public static int ttl(Discovery discovery) {
        return discovery.mode().hasDnsRecords() ? discovery.ttl() : 0;
    }

    /** Returns the times for a TTL, within the stop timeout from the config if there is one. */
    public static Timing of(int ttl, @Nullable Integer stopTimeout) {
        if (stopTimeout == null) {
            return new Timing(ttl + PROPAGATION, DRAIN, ttl + PROPAGATION + DRAIN + MARGIN);
        }
        int drain = Math.max(0, stopTimeout - ttl - PROPAGATION - MARGIN);
        int lameDuck = Math.min(ttl + PROPAGATION, Math.max(0, stopTimeout - MARGIN));
        return new Timing(lameDuck, drain, stopTimeout);
    }
}
