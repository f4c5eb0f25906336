package io.github.ecsdiscovery.generator.proof;

import io.github.ecsdiscovery.generator.proof.check.Check;
import io.github.ecsdiscovery.generator.proof.check.CheckChain;
import io.github.ecsdiscovery.generator.proof.discovery.CloudMapRegistry;
import io.github.ecsdiscovery.generator.proof.discovery.DiscoveryNames;
import io.github.ecsdiscovery.generator.proof.discovery.ServiceConnectProxies;
import io.github.ecsdiscovery.generator.proof.network.DeployedNamespace;
import io.github.ecsdiscovery.generator.proof.network.DeployedSubnet;
import io.github.ecsdiscovery.generator.proof.network.NetworkMember;
import io.github.ecsdiscovery.generator.proof.network.PrivateDnsResolver;
import io.github.ecsdiscovery.generator.proof.network.SecurityGroupPath;
import io.github.ecsdiscovery.generator.proof.reach.Aliases;
import io.github.ecsdiscovery.generator.proof.reach.Connection;
import io.github.ecsdiscovery.generator.proof.reach.Connections;
import io.github.ecsdiscovery.generator.proof.reach.DeployedLoadBalancer;
import io.github.ecsdiscovery.generator.proof.reach.ExternalReachability;
import io.github.ecsdiscovery.generator.proof.reach.ExternalRules;
import io.github.ecsdiscovery.generator.proof.reach.LoadBalancerRoute;
import io.github.ecsdiscovery.generator.proof.reach.LoadBalancerRouting;
import io.github.ecsdiscovery.generator.proof.start.EcsExecCheck;
import io.github.ecsdiscovery.generator.proof.start.ImagePullCheck;
import io.github.ecsdiscovery.generator.proof.start.LoggingCheck;
import io.github.ecsdiscovery.generator.proof.start.SecretsCheck;
import io.github.ecsdiscovery.generator.proof.start.StartupCheck;
import io.github.ecsdiscovery.generator.proof.task.ContainerSummary;
import io.github.ecsdiscovery.generator.proof.task.DeployedContainer;
import io.github.ecsdiscovery.generator.proof.task.DeployedTask;
import io.github.ecsdiscovery.generator.proof.traffic.PermittedFlow;
import io.github.ecsdiscovery.generator.proof.traffic.SecurityGroupRules;
import io.github.ecsdiscovery.generator.proof.traffic.TrafficRule.Direction;
import io.github.ecsdiscovery.generator.template.Template;
import io.github.ecsdiscovery.generator.template.UnreadableTemplate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a rendered template says about its services: who reaches whom, and whether their tasks can start. */
public final class Proof {
    private final Template template;
    private final SecurityGroupRules rules;
    private final ExternalReachability outside;
    private final List<DeployedTask> tasks;
    private final DiscoveryNames names;
    private final List<DeployedLoadBalancer> balancers;

    private Proof(Template template) {
        this.template = template;
        this.rules = SecurityGroupRules.of(template);
        this.outside = new ExternalReachability(template, rules);
        this.tasks = template.all("AWS::ECS::Service").stream()
                .map(service -> DeployedTask.of(template, service))
                .sorted(Comparator.comparing(DeployedTask::name))
                .toList();
        this.names =
                new DiscoveryNames(new CloudMapRegistry(template, tasks), new ServiceConnectProxies(template, tasks));
        this.balancers = DeployedLoadBalancer.all(template);
    }

    /**
     * Reads a template, YAML or JSON.
     *
     * @throws UnreadableTemplate if it is neither
     */
    public static Proof of(String template) {
        return new Proof(Template.read(template));
    }

    /**
     * Reads the templates of stacks that join each other. Ids have the stack's name before them, as in {@code shop/Vpc}; lines
     * are those of the template that something stands in.
     *
     * @param templates by the name of the stack
     * @throws UnreadableTemplate if one is neither YAML nor JSON
     */
    public static Proof of(Map<String, String> templates) {
        return new Proof(Template.read(templates));
    }

    /** The services by name. */
    public List<ServiceProof> services() {
        return tasks.stream().map(this::service).toList();
    }

    /** The load balancers. */
    public List<LoadBalancerProof> balancers() {
        ExternalRules edges = new ExternalRules(template, rules, outside);
        return balancers.stream()
                .map(one -> new LoadBalancerProof(
                        one.member().name(),
                        one.member().groups(),
                        edges.openings(one.member(), one.publicAddress()),
                        rules.of(one.member().groups(), Direction.IN),
                        rules.of(one.member().groups(), Direction.OUT)))
                .toList();
    }

    /** All that services and load balancers may send to each other and to themselves, by name. */
    public List<PermittedFlow> flows() {
        List<NetworkMember> members = Stream.concat(
                        tasks.stream().map(DeployedTask::member),
                        balancers.stream().map(DeployedLoadBalancer::member))
                .toList();
        List<PermittedFlow> flows = new ArrayList<>();
        for (NetworkMember from : members) {
            for (NetworkMember to : members) {
                flows.addAll(new SecurityGroupPath(template, rules, from, to).flows());
            }
        }
        return flows;
    }

    /** How one service reaches another; empty where one of them is not in the template. */
    public List<Connection> connections(String from, String to) {
        Connections connections = new Connections(template, rules, names);
        Optional<DeployedTask> sender = task(from);
        Optional<DeployedTask> receiver = task(to);
        return sender.isPresent() && receiver.isPresent()
                ? connections.between(sender.get(), receiver.get())
                : List.of();
    }

    /** What is not looked at, though it may change an answer. */
    public List<UnanalyzedResource> blindSpots() {
        return UnanalyzedResources.of(template);
    }

    private Optional<DeployedTask> task(String name) {
        return tasks.stream().filter(task -> task.name().equals(name)).findFirst();
    }

    private ServiceProof service(DeployedTask task) {
        List<String> groups = task.member().groups();
        ExternalRules edges = new ExternalRules(template, rules, outside);
        CheckChain pulls = new ImagePullCheck(template, outside).of(task);
        LoggingCheck logging = new LoggingCheck(template, outside);
        CheckChain logs = logging.of(task);
        SecretsCheck secrets = new SecretsCheck(template, outside);
        CheckChain fetches = secrets.fetches(task);
        CheckChain sessions = new EcsExecCheck(template, outside).of(task);
        CheckChain connects = names.hasProxy(task) ? outside.services(task, List.of("ecs-agent")) : null;
        List<LoadBalancerRoute> fronts = new LoadBalancerRouting(template, rules, balancers).of(task);
        return new ServiceProof(
                task.name(),
                groups,
                task.member().subnets().stream().map(DeployedSubnet::id).toList(),
                task.publicAddress(),
                task.containers().stream().map(ContainerSummary::of).toList(),
                names.of(task),
                task.listening().stream()
                        .map(DeployedContainer.Listening::traffic)
                        .toList(),
                rules.of(groups, Direction.IN),
                rules.of(groups, Direction.OUT),
                edges.openings(task.member(), task.publicAddress()),
                fronts,
                edges.outlets(task),
                new Aliases(names).of(task),
                registries(task),
                logging.groups(task),
                secrets.of(task),
                secrets.readings(task),
                pulls,
                logs,
                fetches,
                sessions,
                connects,
                resolves(task),
                new StartupCheck(template, names).of(task, needs(fronts, pulls, logs, fetches, sessions, connects)));
    }

    /** All that has to be well before a task is up; what it does not need is null. */
    private static List<CheckChain> needs(List<LoadBalancerRoute> fronts, @Nullable CheckChain... trails) {
        List<CheckChain> needs = new ArrayList<>();
        for (CheckChain trail : trails) {
            if (trail != null) {
                needs.add(trail);
            }
        }
        fronts.forEach(front -> needs.add(front.trail().only("listener", "egress")));
        return needs;
    }

    private static List<String> registries(DeployedTask task) {
        return task.containers().stream()
                .map(one -> one.isFromEcr() ? "ECR" : one.registry())
                .distinct()
                .toList();
    }

    private CheckChain resolves(DeployedTask task) {
        PrivateDnsResolver resolver = new PrivateDnsResolver(template);
        Map<String, DeployedNamespace> namespaces = new LinkedHashMap<>();
        template.all("AWS::ServiceDiscovery::PrivateDnsNamespace")
                .forEach(one -> namespaces.put(one.id(), DeployedNamespace.of(template, one.id(), one.line())));
        names.namespaces().forEach(one -> namespaces.putIfAbsent(one.id(), one));
        String vpc = task.member().vpc();
        List<Check> hops = new ArrayList<>(resolver.flags(task.member()));
        namespaces.values().forEach(namespace -> hops.add(resolver.zone(namespace, vpc)));
        return CheckChain.of(hops);
    }
}
