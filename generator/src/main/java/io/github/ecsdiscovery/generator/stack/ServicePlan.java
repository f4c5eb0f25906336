package io.github.ecsdiscovery.generator.stack;

import io.github.ecsdiscovery.generator.model.Config;
import io.github.ecsdiscovery.generator.model.deployment.Capacity;
import io.github.ecsdiscovery.generator.model.discovery.Discovery;
import io.github.ecsdiscovery.generator.model.discovery.RecordType;
import io.github.ecsdiscovery.generator.model.network.Placement;
import io.github.ecsdiscovery.generator.model.service.Service;
import io.github.ecsdiscovery.generator.stack.alarm.DeploymentAlarmsPlan;
import io.github.ecsdiscovery.generator.stack.discovery.ServiceConnectPlan;
import io.github.ecsdiscovery.generator.stack.id.LogicalId;
import io.github.ecsdiscovery.generator.stack.id.LogicalIdRegistry;
import io.github.ecsdiscovery.generator.stack.loadbalancer.LoadBalancerPlan;
import io.github.ecsdiscovery.generator.stack.loadbalancer.LoadBalancerResources;
import io.github.ecsdiscovery.generator.stack.loadbalancer.LoadBalancerTarget;
import io.github.ecsdiscovery.generator.stack.loadbalancer.LoadBalancerTargetPlan;
import io.github.ecsdiscovery.generator.stack.network.AwsService;
import io.github.ecsdiscovery.generator.stack.network.NetworkResources;
import io.github.ecsdiscovery.generator.stack.role.Role;
import io.github.ecsdiscovery.generator.stack.role.RolePlan;
import io.github.ecsdiscovery.generator.stack.security.CallRulePair;
import io.github.ecsdiscovery.generator.stack.security.SecurityGroup;
import io.github.ecsdiscovery.generator.stack.security.SecurityGroupPlan;
import io.github.ecsdiscovery.generator.stack.service.ServiceResources;
import io.github.ecsdiscovery.generator.stack.service.ServiceResources.CapacityShare;
import io.github.ecsdiscovery.generator.stack.service.ServiceResources.Registration;
import io.github.ecsdiscovery.generator.stack.service.ServiceResources.Rollout;
import io.github.ecsdiscovery.generator.stack.service.ServiceResources.ServiceDeployment;
import io.github.ecsdiscovery.generator.stack.service.ServiceResources.ServiceDiscovery;
import io.github.ecsdiscovery.generator.stack.service.ServiceResources.ServiceIds;
import io.github.ecsdiscovery.generator.stack.service.ServiceResources.ServiceRoles;
import io.github.ecsdiscovery.generator.stack.service.ServiceResources.ServiceSecurity;
import io.github.ecsdiscovery.generator.stack.task.TaskPlan;
import io.github.ecsdiscovery.generator.stack.value.Value;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Creates the resources of services. */
final class ServicePlan {
    private final Config config;
    private final LogicalIdRegistry ids;
    private final SecurityGroupPlan groups;
    private final RolePlan roles;
    private final TaskPlan tasks;
    private final LoadBalancerTargetPlan targets;
    private final ServiceConnectPlan serviceConnect;
    private final DeploymentAlarmsPlan alarms;
    private final StackParts stack;

    ServicePlan(
            Config config,
            LogicalIdRegistry ids,
            SecurityGroupPlan groups,
            RolePlan roles,
            LoadBalancerPlan loadBalancers,
            StackParts stack) {
        this.config = config;
        this.ids = ids;
        this.groups = groups;
        this.roles = roles;
        this.tasks = new TaskPlan(config);
        this.targets = new LoadBalancerTargetPlan(config, ids, loadBalancers);
        this.serviceConnect = new ServiceConnectPlan(config);
        this.alarms = new DeploymentAlarmsPlan(config, ids);
        this.stack = stack;
    }

    /**
     * Parts of the stack that services refer to.
     *
     * @param network the network that the stack creates, or null for none
     * @param loadBalancer the load balancer that the stack creates, or null for none
     * @param cluster the name of the cluster
     */
    record StackParts(
            @Nullable NetworkResources network,
            @Nullable LoadBalancerResources loadBalancer,
            Value cluster,
            Value namespaceId) {}

    /** Returns the resources of a service. */
    ServiceResources of(String name, Service service) {
        SecurityGroup group = groups.own(name, service);
        List<CallRulePair> callRules = groups.callRules(name, service);
        LoadBalancerTarget target = targets.of(name, service, group);
        ServiceRoles serviceRoles = roles(name, service);
        Registration registration = registration(service);
        ServiceIds serviceIds = ids(name, registration);
        List<String> dependsOn = dependsOn(name, service, callRules, target);
        return new ServiceResources(
                name,
                serviceIds,
                new ServiceSecurity(group, callRules),
                serviceRoles,
                tasks.of(name, service),
                new ServiceDiscovery(registration, serviceConnect.of(name, service, stack.namespaceId())),
                target,
                new ServiceDeployment(
                        rollout(service, groups.of(group)),
                        targets.scaling(name, service, stack.cluster(), target),
                        alarms.of(name, service, stack.cluster(), target),
                        dependsOn));
    }

    private ServiceRoles roles(String name, Service service) {
        Role execution = roles.execution(name, service);
        Role task = roles.task(name, service);
        String executionId = execution == null ? LogicalId.EXECUTION_ROLE.of() : execution.id();
        return new ServiceRoles(execution, executionId, task, roles.taskRoleId(service, task));
    }

    private List<String> dependsOn(
            String name, Service service, List<CallRulePair> callRules, @Nullable LoadBalancerTarget target) {
        List<String> dependsOn = new ArrayList<>();
        if (stack.network() != null) {
            dependsOn.addAll(stack.network().prerequisites(AwsService.of(config, name, service)));
        }
        callRules.forEach(rule -> dependsOn.add(rule.egressId()));
        dependsOn.addAll(serviceConnect.before(name));
        if (target != null) {
            dependsOn.addAll(dependsOn(target));
        }
        return dependsOn;
    }

    private ServiceIds ids(String name, @Nullable Registration registration) {
        return new ServiceIds(
                ids.service(LogicalId.SERVICE_LOG_GROUP, name),
                ids.service(LogicalId.SERVICE_TASK_DEFINITION, name),
                registration == null
                        ? LogicalId.SERVICE_DISCOVERY.of(name)
                        : ids.service(LogicalId.SERVICE_DISCOVERY, name),
                ids.service(LogicalId.SERVICE, name));
    }

    /**
     * Returns the resources without which requests cannot reach a target. ECS rejects a target group without a listener and
     * replaces tasks whose health checks fail.
     */
    private List<String> dependsOn(LoadBalancerTarget target) {
        List<CallRulePair> rules = new ArrayList<>();
        if (target.callRule() != null) {
            rules.add(target.callRule());
        } else if (stack.loadBalancer() != null) {
            stack.loadBalancer().security().callRules().stream()
                    .filter(rule -> rule.port() == target.targetGroup().port())
                    .forEach(rules::add);
        }
        List<String> ids = new ArrayList<>(List.of(target.rule().id()));
        rules.forEach(rule -> ids.addAll(List.of(rule.ingressId(), rule.egressId())));
        return ids;
    }

    private static @Nullable Registration registration(Service service) {
        Discovery dns = service.dns();
        if (dns == null) {
            return null;
        }
        List<String> records =
                dns.records().stream().map(RecordType::name).distinct().sorted().toList();
        Integer srvPort = dns.hasSrv() ? service.allPorts().get(0).port().number() : null;
        return new Registration(records, dns.ttl(), srvPort);
    }

    private Rollout rollout(Service service, List<Value> groupIds) {
        int maxPercent = service.deployment().maxPercent();
        return new Rollout(
                service.count().scaling() == null ? service.count().min() : null,
                capacity(service.capacity()),
                service.deployment().minPercent(),
                maxPercent,
                maxPercent > 100 ? "ENABLED" : "DISABLED",
                service.exec(),
                config.network().placement() == Placement.PUBLIC ? "ENABLED" : "DISABLED",
                groupIds);
    }

    private static List<CapacityShare> capacity(Capacity capacity) {
        List<CapacityShare> shares = new ArrayList<>();
        if (capacity.fargate() != null || capacity.base() != null) {
            int weight = capacity.fargate() == null ? 0 : capacity.fargate();
            shares.add(new CapacityShare("FARGATE", weight, capacity.base()));
        }
        if (capacity.fargateSpot() != null) {
            shares.add(new CapacityShare("FARGATE_SPOT", capacity.fargateSpot(), null));
        }
        return shares;
    }
}
