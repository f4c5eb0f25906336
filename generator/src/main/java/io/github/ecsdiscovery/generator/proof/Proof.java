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
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The answers about a template: which services reach each other, and whether their tasks can start. */
public final class Proof {
    private final Template template;
    private final SecurityGroupRules rules;
    private final ExternalReachability reachability;
    private final ExternalRules externalRules;
    private final List<DeployedTask> tasks;
    private final DiscoveryNames names;
    private final List<DeployedLoadBalancer> loadBalancers;

    private Proof(Template template) {
        this.template = template;
        this.rules = SecurityGroupRules.of(template);
        this.reachability = new ExternalReachability(template, rules);
        this.externalRules = new ExternalRules(template, rules, reachability);
        this.tasks = template.resources("AWS::ECS::Service").stream()
                .map(service -> DeployedTask.of(template, service))
                .sorted(Comparator.comparing(DeployedTask::name))
                .toList();
        this.names =
                new DiscoveryNames(new CloudMapRegistry(template, tasks), new ServiceConnectProxies(template, tasks));
        this.loadBalancers = DeployedLoadBalancer.all(template);
    }

    /**
     * Analyzes a template.
     *
     * @param template YAML or JSON
     * @throws UnreadableTemplate if the text is neither
     */
    public static Proof of(String template) {
        return new Proof(Template.read(template));
    }

    /**
     * Analyzes the templates of stacks that import from each other. Logical ids start with the name of the stack, as in {@code
     * shop/Vpc}. Line numbers refer to the template of that stack.
     *
     * @param templates YAML or JSON, by the name of the stack
     * @throws UnreadableTemplate if a text is neither
     */
    public static Proof of(Map<String, String> templates) {
        return new Proof(Template.readLinked(templates));
    }

    /** Returns the answers about all services, sorted by name. */
    public List<ServiceProof> services() {
        return tasks.stream().map(this::service).toList();
    }

    /** Returns the answers about all load balancers, in the order of the template. */
    public List<LoadBalancerProof> loadBalancers() {
        return loadBalancers.stream().map(this::loadBalancer).toList();
    }

    private LoadBalancerProof loadBalancer(DeployedLoadBalancer loadBalancer) {
        NetworkMember member = loadBalancer.member();
        return new LoadBalancerProof(
                member.name(),
                member.groups(),
                externalRules.ingress(member, loadBalancer.publicAddress()),
                rules.of(member.groups(), Direction.INGRESS),
                rules.of(member.groups(), Direction.EGRESS));
    }

    /** Returns all traffic that security groups permit between services and load balancers, and between tasks of a service. */
    public List<PermittedFlow> flows() {
        List<NetworkMember> members = Stream.concat(
                        tasks.stream().map(DeployedTask::member),
                        loadBalancers.stream().map(DeployedLoadBalancer::member))
                .toList();
        List<PermittedFlow> flows = new ArrayList<>();
        for (NetworkMember from : members) {
            for (NetworkMember to : members) {
                flows.addAll(new SecurityGroupPath(template, rules, from, to).flows());
            }
        }
        return flows;
    }

    /** Returns the ways from one service to another; empty if the template lacks one of them. */
    public List<Connection> connections(String from, String to) {
        Connections connections = new Connections(template, rules, names);
        Optional<DeployedTask> sender = task(from);
        Optional<DeployedTask> receiver = task(to);
        return sender.isPresent() && receiver.isPresent()
                ? connections.between(sender.get(), receiver.get())
                : List.of();
    }

    /** Returns the parts of the template that are not analyzed, although they may change the answers. */
    public List<UnanalyzedResource> unanalyzedResources() {
        return UnanalyzedResources.of(template);
    }

    private Optional<DeployedTask> task(String name) {
        return tasks.stream().filter(task -> task.name().equals(name)).findFirst();
    }

    private ServiceProof service(DeployedTask task) {
        NetworkMember member = task.member();
        ServiceProof.External external = new ServiceProof.External(
                externalRules.ingress(member, task.publicAddress()),
                new LoadBalancerRouting(template, rules, loadBalancers).of(task),
                externalRules.egress(task));
        return new ServiceProof(
                task.name(),
                new ServiceProof.Placement(
                        member.groups(),
                        member.subnets().stream().map(DeployedSubnet::id).toList(),
                        task.publicAddress()),
                tasks(task),
                new ServiceProof.Discovery(names.of(task), new Aliases(names).of(task)),
                new ServiceProof.Rules(
                        rules.of(member.groups(), Direction.INGRESS), rules.of(member.groups(), Direction.EGRESS)),
                external,
                new ServiceProof.Secrets(task.secrets(), new SecretsCheck(template, reachability).grants(task)),
                startup(task, external.loadBalancers()));
    }

    private ServiceProof.Tasks tasks(DeployedTask task) {
        return new ServiceProof.Tasks(
                task.containers().stream().map(ContainerSummary::of).toList(),
                task.portMappings().stream()
                        .map(DeployedContainer.PortMapping::traffic)
                        .toList(),
                task.containers().stream()
                        .map(container -> container.isFromEcr() ? "ECR" : container.registry())
                        .distinct()
                        .toList(),
                new LoggingCheck(template, reachability).groups(task));
    }

    private ServiceProof.Startup startup(DeployedTask task, List<LoadBalancerRoute> routes) {
        CheckChain pulls = new ImagePullCheck(template, reachability).of(task);
        CheckChain logs = new LoggingCheck(template, reachability).of(task);
        @Nullable CheckChain secrets = new SecretsCheck(template, reachability).of(task);
        @Nullable CheckChain ecsExec = new EcsExecCheck(template, reachability).of(task);
        @Nullable CheckChain proxy = names.hasProxy(task) ? reachability.awsServices(task, List.of("ecs-agent")) : null;
        List<CheckChain> prerequisites = new ArrayList<>();
        Stream.of(pulls, logs, secrets, ecsExec, proxy).filter(Objects::nonNull).forEach(prerequisites::add);
        routes.forEach(route -> prerequisites.add(route.path().only("listener", "egress")));
        CheckChain starts = new StartupCheck(template, names).of(task, prerequisites);
        return new ServiceProof.Startup(pulls, logs, secrets, ecsExec, proxy, dns(task), starts);
    }

    private CheckChain dns(DeployedTask task) {
        PrivateDnsResolver resolver = new PrivateDnsResolver(template);
        Map<String, DeployedNamespace> namespaces = new LinkedHashMap<>();
        template.resources("AWS::ServiceDiscovery::PrivateDnsNamespace")
                .forEach(resource ->
                        namespaces.put(resource.id(), DeployedNamespace.of(template, resource.id(), resource.line())));
        names.namespaces().forEach(namespace -> namespaces.putIfAbsent(namespace.id(), namespace));
        List<Check> checks = new ArrayList<>();
        checks.add(resolver.vpcAttributes(task.member()));
        namespaces
                .values()
                .forEach(namespace ->
                        checks.add(resolver.privateZone(namespace, task.member().vpc())));
        return CheckChain.of(checks);
    }
}
