package io.github.ecsdiscovery.generator.stack.loadbalancer;

import io.github.ecsdiscovery.generator.stack.security.CallRulePair;
import io.github.ecsdiscovery.generator.stack.value.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The target group and listener rule that bring requests from a load balancer to a service.
 *
 * @param gracePeriod seconds after a task starts in which failed health checks do not count
 * @param callRule the rules that admit requests to the service's own security group, or null if services share a group
 */
public record LoadBalancerTarget(
        TargetGroup targetGroup,
        ListenerRule rule,
        int gracePeriod,
        @Nullable CallRulePair callRule) {
    /**
     * A target group.
     *
     * @param port the container port
     * @param healthCheckPath the path that health checks request
     * @param successCodes status codes of a successful health check
     * @param deregistrationDelay in seconds, as text
     */
    public record TargetGroup(
            String id, int port, String healthCheckPath, String successCodes, String deregistrationDelay) {}

    /**
     * A rule of a listener.
     *
     * @param priority the priority among all rules of the listener
     * @param hosts hosts that the rule matches; empty for all
     * @param paths path patterns that the rule matches
     */
    public record ListenerRule(String id, Value listenerArn, int priority, List<String> hosts, List<String> paths) {
        public ListenerRule {
            hosts = List.copyOf(hosts);
            paths = List.copyOf(paths);
        }
    }
}
