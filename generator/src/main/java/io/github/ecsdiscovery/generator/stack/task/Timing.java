package io.github.ecsdiscovery.generator.stack.task;

import io.github.ecsdiscovery.generator.model.discovery.Discovery;
import io.github.ecsdiscovery.generator.model.service.Service;
import org.jspecify.annotations.Nullable;

/**
 * The contract about time between the template and a service's code, in seconds.
 *
 * <p>ECS takes a task's address out of DNS and sends SIGTERM in the same instant; resolvers hand the address out for
 * another TTL, and Route 53 and caches need some seconds beside. So the service goes on serving for the lame duck, then
 * lets running requests end for the drain, and is killed no sooner than both are over.
 *
 * <p>Service Connect hands no addresses out that callers keep: it tells their proxies of each task that goes. That takes
 * seconds too, so all is the same there, with a TTL of nothing.
 *
 * @param lameDuck how long the service keeps serving after SIGTERM
 * @param drain how long it then waits for running requests
 * @param stopTimeout between SIGTERM and SIGKILL, at most 120 on Fargate
 */
public record Timing(int lameDuck, int drain, int stopTimeout) {
    /** What Route 53 and caches need beside the TTL. */
    private static final int PROPAGATION = 15;

    /** How long requests may run. */
    public static final int DRAIN = 15;

    /**
     * How long a load balancer leaves requests to a task that it no longer sends any: longer than they may run, and within
     * the lame duck and drain of every TTL, should SIGTERM come in the same instant.
     */
    public static final int DEREGISTRATION = PROPAGATION + DRAIN;

    /** What is left for the process to end. */
    private static final int MARGIN = 5;

    /** The times of a service, or null where nobody finds it. */
    public static @Nullable Timing of(Service service) {
        Discovery found = service.activeDiscovery();
        return found == null ? null : of(ttl(found), service.stopTimeout());
    }

    /** How long resolvers hand an address out after it is gone. */
    public static int ttl(Discovery found) {
        return found.mode().hasDnsRecords() ? found.ttl() : 0;
    }

    /** The times for records of a TTL, within the stop timeout that the user gives, if any. */
    public static Timing of(int ttl, @Nullable Integer stopTimeout) {
        if (stopTimeout == null) {
            return new Timing(ttl + PROPAGATION, DRAIN, ttl + PROPAGATION + DRAIN + MARGIN);
        }
        int drain = Math.max(0, stopTimeout - ttl - PROPAGATION - MARGIN);
        int lameDuck = Math.min(ttl + PROPAGATION, Math.max(0, stopTimeout - MARGIN));
        return new Timing(lameDuck, drain, stopTimeout);
    }
}
