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
 * @param ids logical ids that every service has
 * @param security its security group and the rules of its calls
 * @param roles its execution role and task role
 * @param discovery how other services find it
 * @param loadBalancerTarget the target that brings requests from a load balancer, or null for none
 * @param deployment how many tasks run and how they are replaced
 */
public record ServiceResources(
        String name,
        ServiceIds ids,
        ServiceSecurity security,
        ServiceRoles roles,
        Task task,
        ServiceDiscovery discovery,
        @Nullable LoadBalancerTarget loadBalancerTarget,
        ServiceDeployment deployment) {

    /** The logical ids that every service has. Without DNS registration, {@code discovery} is unused. */
    public record ServiceIds(String logGroup, String taskDefinition, String discovery, String service) {}

    /**
     * The security group of a service.
     *
     * @param group its own group, or null if services share one
     * @param callRules the rules of its calls to other services
     */
    public record ServiceSecurity(@Nullable SecurityGroup group, List<CallRulePair> callRules) {
        public ServiceSecurity {
            callRules = List.copyOf(callRules);
        }
    }

    /**
     * The roles of a service.
     *
     * @param execution its own execution role, or null if it uses the shared one
     * @param executionId the logical id of the execution role, with which ECS starts tasks
     * @param task its own task role, or null if it uses the shared one or none
     * @param taskId the logical id of the task role, or null for none
     */
    public record ServiceRoles(
            @Nullable Role execution,
            String executionId,
            @Nullable Role task,
            @Nullable String taskId) {}

    /**
     * The discovery of a service.
     *
     * @param registration its Cloud Map service, or null if it is not in DNS
     * @param serviceConnect its Service Connect configuration, or null for none
     */
    public record ServiceDiscovery(
            @Nullable Registration registration, @Nullable ServiceConnect serviceConnect) {
        /** Returns whether other services can find the service. */
        public boolean isDiscoverable() {
            return registration != null
                    || serviceConnect != null && !serviceConnect.endpoints().isEmpty();
        }
    }

    /**
     * A Cloud Map service.
     *
     * @param records the types of its DNS records
     * @param ttl in seconds
     * @param srvPort the port of SRV records, or null without SRV records, because ECS rejects a port then
     */
    public record Registration(
            List<String> records, int ttl, @Nullable Integer srvPort) {
        public Registration {
            records = List.copyOf(records);
        }
    }

    /**
     * The deployment of a service.
     *
     * @param scaling its automatic scaling, or null if its number of tasks is fixed
     * @param alarms alarms that roll back a deployment, or null for none
     * @param dependsOn logical ids that tasks need to start and that the ECS service does not reference
     */
    public record ServiceDeployment(
            Rollout rollout,
            @Nullable Scaling scaling,
            @Nullable DeploymentAlarms alarms,
            List<String> dependsOn) {
        public ServiceDeployment {
            dependsOn = List.copyOf(dependsOn);
        }
    }

    /**
     * The settings of an ECS service for its tasks and their replacement.
     *
     * @param count the number of tasks, or null if scaling decides
     * @param capacity the capacity provider strategy
     * @param minPercent the minimum healthy percent of a deployment
     * @param maxPercent the maximum percent of a deployment
     * @param rebalancing {@code ENABLED} if ECS may start an extra task to move one to another zone
     * @param exec whether ECS Exec is enabled
     * @param assignPublicIp {@code ENABLED} if tasks have public addresses
     * @param groups the ids of the security groups of tasks
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

    /** The share of a capacity provider. */
    public record CapacityShare(
            String provider, int weight, @Nullable Integer base) {}
}
