package io.github.ecsdiscovery.generator.stack;

import io.github.ecsdiscovery.generator.model.Capacity;
import io.github.ecsdiscovery.generator.model.Config;
import io.github.ecsdiscovery.generator.model.Discovery;
import io.github.ecsdiscovery.generator.model.Encryption;
import io.github.ecsdiscovery.generator.model.Placement;
import io.github.ecsdiscovery.generator.model.RecordType;
import io.github.ecsdiscovery.generator.model.Service;
import io.github.ecsdiscovery.generator.model.Vpc;
import io.github.ecsdiscovery.generator.stack.ServiceStack.CapacityShare;
import io.github.ecsdiscovery.generator.stack.ServiceStack.Registration;
import io.github.ecsdiscovery.generator.stack.ServiceStack.Rollout;
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
    private final IdBook ids = new IdBook();
    private final GroupPlan groups;
    private final RolePlan roles;
    private final TaskPlan tasks;
    private final BalancerPlan balancers;
    private final FrontPlan fronts;
    private final ConnectPlan connects;
    private final GuardPlan guards;
    private final ContextPlan contexts;

    private StackPlan(Config config) {
        this.config = config;
        this.groups = new GroupPlan(config, ids);
        this.roles = new RolePlan(config, ids);
        this.tasks = new TaskPlan(config);
        this.balancers = new BalancerPlan(config, ids, groups);
        this.fronts = new FrontPlan(config, ids, balancers);
        this.connects = new ConnectPlan(config);
        this.guards = new GuardPlan(config, ids);
        this.contexts = new ContextPlan(config);
    }

    /** The stack of a config. */
    public static Stack of(Config config) {
        return new StackPlan(config).stack();
    }

    private Stack stack() {
        LogSettings logs = logs();
        OwnNetwork network = new NetworkPlan(config, ids, logs).own();
        List<Value> subnets = subnets(network);
        SecurityGroup shared = groups.isShared() && config.platform() == null ? groups.shared() : null;
        List<SharedIngress> sharedIngress = shared == null ? List.of() : groups.sharedIngress();
        Balancer balancer = balancers.of(network, subnets);
        List<Role> sharedRoles = roles.shared();
        Value cluster = place(config.cluster().name(), LogicalId.CLUSTER, Export.CLUSTER_NAME);
        List<Parameter> parameters = new ArrayList<>();
        List<ServiceStack> services = new ArrayList<>();
        new TreeMap<>(config.services()).forEach((name, service) -> {
            parameter(name, service, parameters);
            services.add(service(name, service, network, balancer, cluster));
        });
        return new Stack(
                config.name(),
                "Services of " + config.name() + " that find each other under " + Domain.inWords(config),
                Domain.inWords(config),
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
                new MetadataPlan(contexts, SuppressionPlan.of(config, balancer, sharedRoles, services)).of(ids.all()));
    }

    private List<Value> subnets(@Nullable OwnNetwork own) {
        if (own != null) {
            return own.taskSubnets().stream()
                    .<Value>map(subnet -> new Value.Ref(subnet.id()))
                    .toList();
        }
        String platform = config.platform();
        if (platform != null) {
            return config.network().zones().all().stream()
                    .map(zone -> Outputs.subnet(config).from(platform, zone.position()))
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

    private @Nullable OwnNamespace namespace() {
        String domain = config.domain();
        if (domain == null || config.namespace().id() != null) {
            return null;
        }
        ids.id(LogicalId.NAMESPACE);
        return new OwnNamespace(domain, config.namespace().negativeTtl());
    }

    private List<Output> outputs(
            List<Value> subnets, Value cluster, @Nullable SecurityGroup shared, List<ServiceStack> services) {
        Outputs outputs = new Outputs(config);
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
        return PseudoText.of("arn:${AWS::Partition}:logs:${AWS::Region}:${AWS::AccountId}:log-group:" + name);
    }

    /** The tags of everything that can have them. */
    static List<Tag> tags(Config config) {
        Map<String, String> all = new TreeMap<>(config.tags());
        all.putIfAbsent("application", config.name());
        return all.entrySet().stream()
                .map(tag -> new Tag(tag.getKey(), PseudoText.of(tag.getValue())))
                .toList();
    }

    private void parameter(String name, Service service, List<Parameter> parameters) {
        ImageReference image = ImageReference.of(config, name, service);
        if (TaskPlan.hasTagParameter(config, image)) {
            String initial = image.tag() == null ? "latest" : image.tag();
            parameters.add(new Parameter(ids.service(LogicalId.SERVICE_TAG, name), name, initial));
        }
    }

    private ServiceStack service(
            String name, Service service, @Nullable OwnNetwork network, @Nullable Balancer balancer, Value cluster) {
        SecurityGroup own = groups.own(name, service);
        List<Edge> edges = groups.edges(name, service);
        Front front = fronts.of(name, service, own);
        Role executionRole = roles.execution(name, service);
        Role role = roles.of(name, service);
        Registration registration = registration(service);
        ServiceStack.Ids serviceIds = ids(name, registration);
        List<String> dependsOn = new ArrayList<>();
        if (network != null) {
            dependsOn.addAll(network.prerequisites(AwsService.of(config, name, service)));
        }
        edges.forEach(edge -> dependsOn.add(edge.egressId()));
        dependsOn.addAll(connects.before(name));
        if (front != null) {
            dependsOn.addAll(waits(front, balancer));
        }
        return new ServiceStack(
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

    private ServiceStack.Ids ids(String name, @Nullable Registration registration) {
        return new ServiceStack.Ids(
                ids.service(LogicalId.SERVICE_LOG_GROUP, name),
                ids.service(LogicalId.SERVICE_TASK_DEFINITION, name),
                registration == null
                        ? LogicalId.SERVICE_DISCOVERY.of(name)
                        : ids.service(LogicalId.SERVICE_DISCOVERY, name),
                ids.service(LogicalId.SERVICE, name));
    }

    /** ECS refuses targets that no listener leads to, and replaces tasks that a load balancer cannot ask. */
    private static List<String> waits(Front front, @Nullable Balancer balancer) {
        List<Edge> edges = new ArrayList<>();
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
                service.count().scaling() == null ? service.count().least() : null,
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
