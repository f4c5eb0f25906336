package io.github.ecsdiscovery.generator.stack.service;

import io.github.ecsdiscovery.generator.stack.alarm.DeploymentAlarms;
import io.github.ecsdiscovery.generator.stack.discovery.ServiceConnect;
import io.github.ecsdiscovery.generator.stack.loadbalancer.LoadBalancerTarget;
import io.github.ecsdiscovery.generator.stack.role.Role;
import io.github.ecsdiscovery.generator.stack.security.CallRulePair;
import io.github.ecsdiscovery.generator.stack.security.SecurityGroup;
import io.github.ecsdiscovery.generator.stack.task.Scaling;
import io.github.ecsdiscovery.generator.stack.task.Task;
import io.github.ecsdiscovery.generator.stack.value.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The resources of one service.
 *
 * @param group its own security group, or null where all share one
 * @param edges to those that it calls
 * @param executionRole its own execution role, or null where it has the shared one
 * @param executionRoleId the role by which ECS starts its tasks
 * @param taskRole its own task role, or null where it has the shared one or none
 * @param taskRoleId the task role that its tasks take, if any
 * @param registration its Cloud Map service, or null where it is not found by DNS
 * @param connect its part in Service Connect, or null where it has none
 * @param front what brings requests from a load balancer, or null where none does
 * @param scaling what its number of tasks follows, or null where it stays
 * @param guard what fails a deployment besides tasks that do not start, or null where nothing does
 * @param dependsOn what must be there before its tasks start and is not referred to by the service itself
 */
public record ServiceResources(
        String name,
        Ids ids,
        @Nullable SecurityGroup group,
        List<CallRulePair> edges,
        @Nullable Role executionRole,
        String executionRoleId,
        @Nullable Role taskRole,
        @Nullable String taskRoleId,
        Task task,
        @Nullable Registration registration,
        @Nullable ServiceConnect connect,
        @Nullable LoadBalancerTarget front,
        @Nullable Scaling scaling,
        @Nullable DeploymentAlarms guard,
        Rollout rollout,
        List<String> dependsOn) {
    public ServiceResources {
        edges = List.copyOf(edges);
        dependsOn = List.copyOf(dependsOn);
    }

    /** Whether anybody finds it. */
    public boolean isFound() {
        return registration != null || connect != null && !connect.endpoints().isEmpty();
    }

    /** Logical ids that every service has; {@code discovery} is unused without a registration. */
    public record Ids(String logGroup, String taskDefinition, String discovery, String service) {}

    /**
     * A Cloud Map service.
     *
     * @param ttl seconds
     * @param srvPort the port that SRV records name, or null where there are none: ECS refuses it then
     */
    public record Registration(
            List<String> records, int ttl, @Nullable Integer srvPort) {
        public Registration {
            records = List.copyOf(records);
        }
    }

    /**
     * How many tasks there are, and how they are replaced.
     *
     * @param count how many tasks there are, or null where scaling decides
     * @param rebalancing {@code ENABLED} where ECS may start a task more in order to move one to another zone
     * @param groups security groups of the tasks
     */
    public record Rollout(
            @Nullable Integer count,
            List<CapacityShare> capacity,
            int minPercent,
            int maxPercent,
            String rebalancing,
            boolean exec,
            String assignPublicIp,
            List<Value> groups) {
        public Rollout {
            capacity = List.copyOf(capacity);
            groups = List.copyOf(groups);
        }
    }

    /** The part that a capacity provider has. */
    public record CapacityShare(
            String provider, int weight, @Nullable Integer base) {}
}
