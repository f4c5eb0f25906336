package io.github.ecsdiscovery.generator.stack;

import io.github.ecsdiscovery.generator.model.Config;
import io.github.ecsdiscovery.generator.model.deployment.Capacity;
import io.github.ecsdiscovery.generator.model.discovery.Discovery;
import io.github.ecsdiscovery.generator.model.discovery.RecordType;
import io.github.ecsdiscovery.generator.model.log.Encryption;
import io.github.ecsdiscovery.generator.model.network.Placement;
import io.github.ecsdiscovery.generator.model.network.Vpc;
import io.github.ecsdiscovery.generator.model.service.Service;
import io.github.ecsdiscovery.generator.stack.alarm.DeploymentAlarmsPlan;
import io.github.ecsdiscovery.generator.stack.discovery.NamespaceDomain;
import io.github.ecsdiscovery.generator.stack.discovery.NamespaceResource;
import io.github.ecsdiscovery.generator.stack.discovery.ServiceConnectPlan;
import io.github.ecsdiscovery.generator.stack.id.Export;
import io.github.ecsdiscovery.generator.stack.id.LogicalId;
import io.github.ecsdiscovery.generator.stack.id.LogicalIdRegistry;
import io.github.ecsdiscovery.generator.stack.id.StackOutput;
import io.github.ecsdiscovery.generator.stack.id.TagParameter;
import io.github.ecsdiscovery.generator.stack.image.ImageReference;
import io.github.ecsdiscovery.generator.stack.loadbalancer.LoadBalancerPlan;
import io.github.ecsdiscovery.generator.stack.loadbalancer.LoadBalancerResources;
import io.github.ecsdiscovery.generator.stack.loadbalancer.LoadBalancerTarget;
import io.github.ecsdiscovery.generator.stack.loadbalancer.LoadBalancerTargetPlan;
import io.github.ecsdiscovery.generator.stack.log.LogSettings;
import io.github.ecsdiscovery.generator.stack.metadata.ContextMetadataPlan;
import io.github.ecsdiscovery.generator.stack.metadata.ResourceMetadata;
import io.github.ecsdiscovery.generator.stack.metadata.ResourceMetadataPlan;
import io.github.ecsdiscovery.generator.stack.metadata.SuppressionPlan;
import io.github.ecsdiscovery.generator.stack.network.AwsService;
import io.github.ecsdiscovery.generator.stack.network.NetworkPlan;
import io.github.ecsdiscovery.generator.stack.network.NetworkResources;
import io.github.ecsdiscovery.generator.stack.role.Role;
import io.github.ecsdiscovery.generator.stack.role.RolePlan;
import io.github.ecsdiscovery.generator.stack.security.CallRulePair;
import io.github.ecsdiscovery.generator.stack.security.SecurityGroup;
import io.github.ecsdiscovery.generator.stack.security.SecurityGroupPlan;
import io.github.ecsdiscovery.generator.stack.security.SharedIngress;
import io.github.ecsdiscovery.generator.stack.service.ServiceResources;
import io.github.ecsdiscovery.generator.stack.service.ServiceResources.CapacityShare;
import io.github.ecsdiscovery.generator.stack.service.ServiceResources.Registration;
import io.github.ecsdiscovery.generator.stack.service.ServiceResources.Rollout;
import io.github.ecsdiscovery.generator.stack.task.TaskPlan;
import io.github.ecsdiscovery.generator.stack.value.PseudoParameterText;
import io.github.ecsdiscovery.generator.stack.value.Tag;
import io.github.ecsdiscovery.generator.stack.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Decides all of a stack from a config. It never fails: what a config says wrongly is left out here and told by a rule, so
 * that rules on the stack can look at the rest.
 */
public final class StackPlan {
    private final Config config;
    private final LogicalIdRegistry ids = new LogicalIdRegistry();
    private final SecurityGroupPlan groups;
    private final RolePlan roles;
    private final TaskPlan tasks;
    private final LoadBalancerPlan balancers;
    private final LoadBalancerTargetPlan fronts;
    private final ServiceConnectPlan connects;
    private final DeploymentAlarmsPlan guards;
    private final ContextMetadataPlan contexts;

    private StackPlan(Config config) {
        this.config = config;
        this.groups = new SecurityGroupPlan(config, ids);
        this.roles = new RolePlan(config, ids);
        this.tasks = new TaskPlan(config);
        this.balancers = new LoadBalancerPlan(config, ids, groups);
        this.fronts = new LoadBalancerTargetPlan(config, ids, balancers);
        this.connects = new ServiceConnectPlan(config);
        this.guards = new DeploymentAlarmsPlan(config, ids);
        this.contexts = new ContextMetadataPlan(config);
    }

    /**
     * Returns the name that printed commands give the stack of a config.
     *
     * @param environment the environment that was merged, or null
     */
    public static String stackName(Config config, @Nullable String environment) {
        return config.name() + (environment == null ? "" : "-" + environment);
    }

    /** The stack of a config. */
    public static Stack of(Config config) {
        return new StackPlan(config).stack();
    }

    private Stack stack() {
        LogSettings logs = logs();
        NetworkResources network = new NetworkPlan(config, ids, logs).own();
        List<Value> subnets = subnets(network);
        SecurityGroup shared = groups.isShared() && config.platform() == null ? groups.shared() : null;
        List<SharedIngress> sharedIngress = shared == null ? List.of() : groups.sharedIngress();
        LoadBalancerResources balancer = balancers.of(network, subnets);
        List<Role> sharedRoles = roles.shared();
        Value cluster = place(config.cluster().name(), LogicalId.CLUSTER, Export.CLUSTER_NAME);
        List<TagParameter> parameters = new ArrayList<>();
        List<ServiceResources> services = new ArrayList<>();
        new TreeMap<>(config.services()).forEach((name, service) -> {
            parameter(name, service, parameters);
            services.add(service(name, service, network, balancer, cluster));
        });
        return new Stack(
                config.name(),
                "Services of " + config.name() + " that find each other under " + NamespaceDomain.inWords(config),
                NamespaceDomain.inWords(config),
                contexts.stack(network),
                tags(config),
                parameters,
                network,
                vpcId(),
                subnets,
                shared,
                sharedIngress,
                namespace(),
                namespaceId(),
                ownCluster(),
                cluster,
                config.cluster().insights().toString(),
                balancer,
                logs,
                sharedRoles,
                services,
                outputs(subnets, cluster, shared, services),
                ids.all(),
                metadata(balancer, sharedRoles, services));
    }

    private Map<String, ResourceMetadata> metadata(
            @Nullable LoadBalancerResources balancer, List<Role> sharedRoles, List<ServiceResources> services) {
        return new ResourceMetadataPlan(contexts, SuppressionPlan.of(config, balancer, sharedRoles, services))
                .of(ids.all());
    }

    private List<Value> subnets(@Nullable NetworkResources own) {
        if (own != null) {
            return own.taskSubnets().stream()
                    .<Value>map(subnet -> new Value.Ref(subnet.id()))
                    .toList();
        }
        String platform = config.platform();
        if (platform != null) {
            return config.network().zones().all().stream()
                    .map(zone -> StackOutputs.subnet(config).from(platform, zone.position()))
                    .toList();
        }
        Vpc vpc = config.network().vpc();
        return vpc == null
                ? List.of()
                : vpc.subnets().of(config.network().placement()).stream()
                        .<Value>map(Value.Literal::new)
                        .toList();
    }

    /** Something that the platform has, or that exists under a name, or that the stack makes. */
    private Value place(@Nullable String existing, LogicalId own, Export export) {
        if (config.platform() != null) {
            return export.from(config.platform());
        }
        return existing == null ? new Value.Ref(own.of()) : new Value.Literal(existing);
    }

    private Value vpcId() {
        Vpc vpc = config.network().vpc();
        return place(vpc == null ? null : vpc.id(), LogicalId.VPC, Export.VPC_ID);
    }

    private Value namespaceId() {
        return place(config.namespace().id(), LogicalId.NAMESPACE, Export.NAMESPACE_ID);
    }

    private boolean ownCluster() {
        boolean own = config.platform() == null && config.cluster().name() == null;
        if (own) {
            ids.id(LogicalId.CLUSTER);
        }
        return own;
    }

    private @Nullable NamespaceResource namespace() {
        String domain = config.domain();
        if (domain == null || config.namespace().id() != null) {
            return null;
        }
        ids.id(LogicalId.NAMESPACE);
        return new NamespaceResource(domain, config.namespace().negativeTtl());
    }

    private List<StackOutput> outputs(
            List<Value> subnets, Value cluster, @Nullable SecurityGroup shared, List<ServiceResources> services) {
        StackOutputs outputs = new StackOutputs(config);
        if (config.platform() == null) {
            outputs.platform(vpcId(), subnets, namespaceId(), cluster);
        }
        if (shared != null) {
            outputs.shared(shared);
        }
        return outputs.balancer().services(services);
    }

    /** A stack without log groups has no key of them. */
    private LogSettings logs() {
        List<Value> groups = new ArrayList<>();
        if (!config.services().isEmpty()) {
            groups.add(logGroup("/ecs/${AWS::StackName}/*"));
        }
        boolean ownVpc = config.network().vpc() == null && config.platform() == null;
        if (ownVpc && config.network().flowLogs()) {
            groups.add(logGroup("/vpc/${AWS::StackName}"));
        }
        boolean encrypted = config.logs().encryption() == Encryption.KMS && !groups.isEmpty();
        return new LogSettings(
                config.logs().retention(), encrypted ? new LogSettings.Key(ids.id(LogicalId.LOG_KEY), groups) : null);
    }

    private static Value logGroup(String name) {
        return PseudoParameterText.of("arn:${AWS::Partition}:logs:${AWS::Region}:${AWS::AccountId}:log-group:" + name);
    }

    /** The tags of everything that can have them. */
    static List<Tag> tags(Config config) {
        Map<String, String> all = new TreeMap<>(config.tags());
        all.putIfAbsent("application", config.name());
        return all.entrySet().stream()
                .map(tag -> new Tag(tag.getKey(), PseudoParameterText.of(tag.getValue())))
                .toList();
    }

    private void parameter(String name, Service service, List<TagParameter> parameters) {
        ImageReference image = ImageReference.of(config, name, service);
        if (TaskPlan.hasTagParameter(config, image)) {
            String initial = image.tag() == null ? "latest" : image.tag();
            parameters.add(new TagParameter(ids.service(LogicalId.SERVICE_TAG, name), name, initial));
        }
    }

    private ServiceResources service(
            String name,
            Service service,
            @Nullable NetworkResources network,
            @Nullable LoadBalancerResources balancer,
            Value cluster) {
        SecurityGroup own = groups.own(name, service);
        List<CallRulePair> edges = groups.edges(name, service);
        LoadBalancerTarget front = fronts.of(name, service, own);
        Role executionRole = roles.execution(name, service);
        Role role = roles.of(name, service);
        Registration registration = registration(service);
        ServiceResources.Ids serviceIds = ids(name, registration);
        List<String> dependsOn = new ArrayList<>();
        if (network != null) {
            dependsOn.addAll(network.prerequisites(AwsService.of(config, name, service)));
        }
        edges.forEach(edge -> dependsOn.add(edge.egressId()));
        dependsOn.addAll(connects.before(name));
        if (front != null) {
            dependsOn.addAll(waits(front, balancer));
        }
        return new ServiceResources(
                name,
                serviceIds,
                own,
                edges,
                executionRole,
                executionRole == null ? LogicalId.EXECUTION_ROLE.of() : executionRole.id(),
                role,
                roles.idOf(service, role),
                tasks.of(name, service),
                registration,
                connects.of(name, service, namespaceId()),
                front,
                fronts.scaling(name, service, cluster, front),
                guards.of(name, service, cluster, front),
                rollout(service, groups.of(own)),
                dependsOn);
    }

    private ServiceResources.Ids ids(String name, @Nullable Registration registration) {
        return new ServiceResources.Ids(
                ids.service(LogicalId.SERVICE_LOG_GROUP, name),
                ids.service(LogicalId.SERVICE_TASK_DEFINITION, name),
                registration == null
                        ? LogicalId.SERVICE_DISCOVERY.of(name)
                        : ids.service(LogicalId.SERVICE_DISCOVERY, name),
                ids.service(LogicalId.SERVICE, name));
    }

    /** ECS refuses targets that no listener leads to, and replaces tasks that a load balancer cannot ask. */
    private static List<String> waits(LoadBalancerTarget front, @Nullable LoadBalancerResources balancer) {
        List<CallRulePair> edges = new ArrayList<>();
        if (front.edge() != null) {
            edges.add(front.edge());
        } else if (balancer != null) {
            balancer.edges().stream()
                    .filter(edge -> edge.port() == front.port())
                    .forEach(edges::add);
        }
        List<String> ids = new ArrayList<>(List.of(front.ruleId()));
        edges.forEach(edge -> ids.addAll(List.of(edge.ingressId(), edge.egressId())));
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
        int most = service.deployment().maxPercent();
        return new Rollout(
                service.count().scaling() == null ? service.count().min() : null,
                capacity(service.capacity()),
                service.deployment().minPercent(),
                most,
                most > 100 ? "ENABLED" : "DISABLED",
                service.exec(),
                config.network().placement() == Placement.PUBLIC ? "ENABLED" : "DISABLED",
                groupIds);
    }

    private static List<CapacityShare> capacity(Capacity said) {
        List<CapacityShare> shares = new ArrayList<>();
        if (said.fargate() != null || said.base() != null) {
            int weight = said.fargate() == null ? 0 : said.fargate();
            shares.add(new CapacityShare("FARGATE", weight, said.base()));
        }
        if (said.fargateSpot() != null) {
            shares.add(new CapacityShare("FARGATE_SPOT", said.fargateSpot(), null));
        }
        return shares;
    }
}
