package io.github.ecsdiscovery.generator.stack.loadbalancer;

import io.github.ecsdiscovery.generator.stack.security.CallRulePair;
import io.github.ecsdiscovery.generator.stack.value.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What brings requests from a load balancer to a service.
 *
 * @param priority of the rule among all of the listener
 * @param hosts that the rule takes; empty for all
 * @param paths that the rule takes, as patterns of ELB
 * @param port of the container
 * @param codes of an answer that is well
 * @param grace seconds after the start in which a bad answer does not count
 * @param deregistrationDelay seconds, as text
 * @param edge what lets requests in where the service has a group of its own, or null
 */
public record LoadBalancerTarget(
        String targetGroupId,
        String ruleId,
        Value listenerArn,
        int priority,
        List<String> hosts,
        List<String> paths,
        int port,
        String checkPath,
        String codes,
        int grace,
        String deregistrationDelay,
        @Nullable CallRulePair edge) {
    public LoadBalancerTarget {
        hosts = List.copyOf(hosts);
        paths = List.copyOf(paths);
    }
}
