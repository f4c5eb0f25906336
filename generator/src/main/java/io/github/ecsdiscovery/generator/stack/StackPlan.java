package io.github.ecsdiscovery.generator.stack;

import io.github.ecsdiscovery.generator.model.Config;
import io.github.ecsdiscovery.generator.model.log.Encryption;
import io.github.ecsdiscovery.generator.model.network.Vpc;
import io.github.ecsdiscovery.generator.model.service.Service;
import io.github.ecsdiscovery.generator.stack.Stack.ClusterReference;
import io.github.ecsdiscovery.generator.stack.Stack.SharedResources;
import io.github.ecsdiscovery.generator.stack.Stack.StackDiscovery;
import io.github.ecsdiscovery.generator.stack.Stack.StackIdentity;
import io.github.ecsdiscovery.generator.stack.Stack.StackVpc;
import io.github.ecsdiscovery.generator.stack.discovery.NamespaceDomain;
import io.github.ecsdiscovery.generator.stack.discovery.NamespaceResource;
import io.github.ecsdiscovery.generator.stack.id.Export;
import io.github.ecsdiscovery.generator.stack.id.LogicalId;
import io.github.ecsdiscovery.generator.stack.id.LogicalIdRegistry;
import io.github.ecsdiscovery.generator.stack.id.StackOutput;
import io.github.ecsdiscovery.generator.stack.id.TagParameter;
import io.github.ecsdiscovery.generator.stack.image.ImageReference;
import io.github.ecsdiscovery.generator.stack.loadbalancer.LoadBalancerPlan;
import io.github.ecsdiscovery.generator.stack.loadbalancer.LoadBalancerResources;
import io.github.ecsdiscovery.generator.stack.log.LogSettings;
import io.github.ecsdiscovery.generator.stack.metadata.ContextMetadataPlan;
import io.github.ecsdiscovery.generator.stack.metadata.ResourceMetadata;
import io.github.ecsdiscovery.generator.stack.metadata.ResourceMetadataPlan;
import io.github.ecsdiscovery.generator.stack.metadata.StackMetadata;
import io.github.ecsdiscovery.generator.stack.metadata.Suppression;
import io.github.ecsdiscovery.generator.stack.metadata.SuppressionPlan;
import io.github.ecsdiscovery.generator.stack.network.NetworkPlan;
import io.github.ecsdiscovery.generator.stack.network.NetworkResources;
import io.github.ecsdiscovery.generator.stack.role.Role;
import io.github.ecsdiscovery.generator.stack.role.RolePlan;
import io.github.ecsdiscovery.generator.stack.security.SecurityGroup;
import io.github.ecsdiscovery.generator.stack.security.SecurityGroupPlan;
import io.github.ecsdiscovery.generator.stack.security.SharedIngress;
import io.github.ecsdiscovery.generator.stack.service.ServiceResources;
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
 * Creates a stack from a config.
 *
 * <p>It never fails. It leaves out whatever is wrong in the config, and a rule reports it. So rules can check the rest of the
 * stack.
 */
public final class StackPlan {
    private final Config config;
    private final LogicalIdRegistry ids = new LogicalIdRegistry();
    private final SecurityGroupPlan groups;
    private final RolePlan roles;

    private StackPlan(Config config) {
        this.config = config;
        this.groups = new SecurityGroupPlan(config, ids);
        this.roles = new RolePlan(config, ids);
    }

    /**
     * Returns the stack name that printed commands use for a config.
     *
     * @param environment the environment whose settings were applied, or null
     */
    public static String stackName(Config config, @Nullable String environment) {
        return config.name() + (environment == null ? "" : "-" + environment);
    }

    /** Returns the stack of a config. */
    public static Stack of(Config config) {
        return new StackPlan(config).stack();
    }

    private Stack stack() {
        LogSettings logs = logs();
        NetworkResources network = new NetworkPlan(config, ids, logs).own();
        List<Value> subnets = subnets(network);
        SecurityGroup group = groups.isShared() && config.platform() == null ? groups.shared() : null;
        List<SharedIngress> sharedIngress = group == null ? List.of() : groups.sharedIngress();
        LoadBalancerPlan loadBalancers = new LoadBalancerPlan(config, ids, groups);
        LoadBalancerResources loadBalancer = loadBalancers.of(network, subnets);
        List<Role> sharedRoles = roles.shared();
        Value cluster = reference(config.cluster().name(), LogicalId.CLUSTER, Export.CLUSTER_NAME);
        ServicePlan servicePlan = new ServicePlan(
                config,
                ids,
                groups,
                roles,
                loadBalancers,
                new ServicePlan.StackParts(network, loadBalancer, cluster, namespaceId()));
        List<TagParameter> parameters = new ArrayList<>();
        List<ServiceResources> services = new ArrayList<>();
        new TreeMap<>(config.services()).forEach((name, service) -> {
            addTagParameter(name, service, parameters);
            services.add(servicePlan.of(name, service));
        });
        NamespaceResource namespace = namespace();
        ClusterReference clusterReference = new ClusterReference(
                cluster, createsCluster(), config.cluster().insights().toString());
        return new Stack(
                new StackIdentity(config.name(), description(), tags(config), parameters),
                new StackVpc(vpcId(), subnets, network),
                new StackDiscovery(NamespaceDomain.text(config), namespaceId(), namespace),
                loadBalancer,
                new SharedResources(clusterReference, logs, sharedRoles, group, sharedIngress),
                services,
                outputs(subnets, cluster, group, services),
                metadata(network, SuppressionPlan.of(config, loadBalancer, sharedRoles, services)));
    }

    private String description() {
        return "Services of " + config.name() + " that find each other under " + NamespaceDomain.text(config);
    }

    private StackMetadata metadata(@Nullable NetworkResources network, Map<String, List<Suppression>> suppressions) {
        ContextMetadataPlan contexts = new ContextMetadataPlan(config);
        Map<String, ResourceMetadata> resources = new ResourceMetadataPlan(contexts, suppressions).of(ids.all());
        return new StackMetadata(contexts.stack(network), ids.all(), resources);
    }

    private List<Value> subnets(@Nullable NetworkResources network) {
        if (network != null) {
            return network.taskSubnets().stream()
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

    /** Returns a reference to a resource of the platform, to an existing one, or to one that the stack creates. */
    private Value reference(@Nullable String existing, LogicalId created, Export export) {
        if (config.platform() != null) {
            return export.from(config.platform());
        }
        return existing == null ? new Value.Ref(created.of()) : new Value.Literal(existing);
    }

    private Value vpcId() {
        Vpc vpc = config.network().vpc();
        return reference(vpc == null ? null : vpc.id(), LogicalId.VPC, Export.VPC_ID);
    }

    private Value namespaceId() {
        return reference(config.namespace().id(), LogicalId.NAMESPACE, Export.NAMESPACE_ID);
    }

    private boolean createsCluster() {
        boolean isCreated = config.platform() == null && config.cluster().name() == null;
        if (isCreated) {
            ids.id(LogicalId.CLUSTER);
        }
        return isCreated;
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
            List<Value> subnets, Value cluster, @Nullable SecurityGroup group, List<ServiceResources> services) {
        StackOutputs outputs = new StackOutputs(config);
        if (config.platform() == null) {
            outputs.platform(vpcId(), subnets, namespaceId(), cluster);
        }
        if (group != null) {
            outputs.sharedGroup(group);
        }
        return outputs.loadBalancer().services(services);
    }

    /** Returns the settings of log groups. Without log groups there is no key. */
    private LogSettings logs() {
        List<Value> logGroups = new ArrayList<>();
        if (!config.services().isEmpty()) {
            logGroups.add(logGroupArn("/ecs/${AWS::StackName}/*"));
        }
        boolean createsVpc = config.network().vpc() == null && config.platform() == null;
        if (createsVpc && config.network().flowLogs()) {
            logGroups.add(logGroupArn("/vpc/${AWS::StackName}"));
        }
        boolean isEncrypted = config.logs().encryption() == Encryption.KMS && !logGroups.isEmpty();
        return new LogSettings(
                config.logs().retention(),
                isEncrypted ? new LogSettings.Key(ids.id(LogicalId.LOG_KEY), logGroups) : null);
    }

    private static Value logGroupArn(String name) {
        return PseudoParameterText.of("arn:${AWS::Partition}:logs:${AWS::Region}:${AWS::AccountId}:log-group:" + name);
    }

    /** Returns the tags of all resources that support tags. */
    static List<Tag> tags(Config config) {
        Map<String, String> all = new TreeMap<>(config.tags());
        all.putIfAbsent("application", config.name());
        return all.entrySet().stream()
                .map(tag -> new Tag(tag.getKey(), PseudoParameterText.of(tag.getValue())))
                .toList();
    }

    private void addTagParameter(String name, Service service, List<TagParameter> parameters) {
        ImageReference image = ImageReference.of(config, name, service);
        if (TaskPlan.hasTagParameter(config, image)) {
            String defaultTag = image.tag() == null ? "latest" : image.tag();
            parameters.add(new TagParameter(ids.service(LogicalId.SERVICE_TAG, name), name, defaultTag));
        }
    }
}
