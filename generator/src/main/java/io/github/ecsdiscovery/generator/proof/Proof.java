package io.github.ecsdiscovery.generator.proof;

import io.github.ecsdiscovery.generator.proof.Rule.Direction;
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
    private final GroupRules rules;
    private final Outside outside;
    private final List<Task> tasks;
    private final Names names;
    private final List<Balancer> balancers;

    private Proof(Template template) {
        this.template = template;
        this.rules = GroupRules.of(template);
        this.outside = new Outside(template, rules);
        this.tasks = template.all("AWS::ECS::Service").stream()
                .map(service -> Task.of(template, service))
                .sorted(Comparator.comparing(Task::name))
                .toList();
        this.names = new Names(new Registry(template, tasks), new Proxies(template, tasks));
        this.balancers = Balancer.all(template);
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
    public List<BalancerProof> balancers() {
        Edges edges = new Edges(template, rules, outside);
        return balancers.stream()
                .map(one -> new BalancerProof(
                        one.member().name(),
                        one.member().groups(),
                        edges.openings(one.member(), one.publicAddress()),
                        rules.of(one.member().groups(), Direction.IN),
                        rules.of(one.member().groups(), Direction.OUT)))
                .toList();
    }

    /** All that services and load balancers may send to each other and to themselves, by name. */
    public List<Flow> flows() {
        List<Member> members = Stream.concat(
                        tasks.stream().map(Task::member), balancers.stream().map(Balancer::member))
                .toList();
        List<Flow> flows = new ArrayList<>();
        for (Member from : members) {
            for (Member to : members) {
                flows.addAll(new Passage(template, rules, from, to).flows());
            }
        }
        return flows;
    }

    /** How one service reaches another; empty where one of them is not in the template. */
    public List<Connection> connections(String from, String to) {
        Connections connections = new Connections(template, rules, names);
        Optional<Task> sender = task(from);
        Optional<Task> receiver = task(to);
        return sender.isPresent() && receiver.isPresent()
                ? connections.between(sender.get(), receiver.get())
                : List.of();
    }

    /** What is not looked at, though it may change an answer. */
    public List<BlindSpot> blindSpots() {
        return BlindSpots.of(template);
    }

    private Optional<Task> task(String name) {
        return tasks.stream().filter(task -> task.name().equals(name)).findFirst();
    }

    private ServiceProof service(Task task) {
        List<String> groups = task.member().groups();
        Edges edges = new Edges(template, rules, outside);
        Trail pulls = new Pull(template, outside).of(task);
        Logging logging = new Logging(template, outside);
        Trail logs = logging.of(task);
        Secrets secrets = new Secrets(template, outside);
        Trail fetches = secrets.fetches(task);
        Trail sessions = new Sessions(template, outside).of(task);
        Trail connects = names.hasProxy(task) ? outside.services(task, List.of("ecs-agent")) : null;
        List<Front> fronts = new Fronts(template, rules, balancers).of(task);
        return new ServiceProof(
                task.name(),
                groups,
                task.member().subnets().stream().map(Subnet::id).toList(),
                task.publicAddress(),
                task.containers().stream().map(Contained::of).toList(),
                names.of(task),
                task.listening().stream().map(Container.Listening::traffic).toList(),
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
                new Start(template, names).of(task, needs(fronts, pulls, logs, fetches, sessions, connects)));
    }

    /** All that has to be well before a task is up; what it does not need is null. */
    private static List<Trail> needs(List<Front> fronts, @Nullable Trail... trails) {
        List<Trail> needs = new ArrayList<>();
        for (Trail trail : trails) {
            if (trail != null) {
                needs.add(trail);
            }
        }
        fronts.forEach(front -> needs.add(front.trail().only("listener", "egress")));
        return needs;
    }

    private static List<String> registries(Task task) {
        return task.containers().stream()
                .map(one -> one.isFromEcr() ? "ECR" : one.registry())
                .distinct()
                .toList();
    }

    private Trail resolves(Task task) {
        Resolver resolver = new Resolver(template);
        Map<String, Namespace> namespaces = new LinkedHashMap<>();
        template.all("AWS::ServiceDiscovery::PrivateDnsNamespace")
                .forEach(one -> namespaces.put(one.id(), Namespace.of(template, one.id(), one.line())));
        names.namespaces().forEach(one -> namespaces.putIfAbsent(one.id(), one));
        String vpc = task.member().vpc();
        List<Hop> hops = new ArrayList<>(resolver.flags(task.member()));
        namespaces.values().forEach(namespace -> hops.add(resolver.zone(namespace, vpc)));
        return Trail.of(hops);
    }
}
