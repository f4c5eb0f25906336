package io.github.ecsdiscovery.generator.stack.metadata;

import io.github.ecsdiscovery.generator.model.Config;
import io.github.ecsdiscovery.generator.model.loadbalancer.LoadBalancer;
import io.github.ecsdiscovery.generator.model.loadbalancer.Scheme;
import io.github.ecsdiscovery.generator.model.network.Placement;
import io.github.ecsdiscovery.generator.stack.id.LogicalId;
import io.github.ecsdiscovery.generator.stack.id.NamedId;
import io.github.ecsdiscovery.generator.stack.metadata.ContextMetadata.Mutability;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What each kind of resource is there for: a constant for each of {@link LogicalId} under the same name, whose words may
 * have the same holes.
 *
 * <p>A resource's words come from its own names and from the config's choices for the whole stack, never from what else the
 * stack has: so a service that comes or goes changes no other's words.
 */
enum ResourceDescription {
    VPC(
            "the network of these services and of stacks that join them",
            fixed("CidrBlock"),
            must("DNS support and hostnames stay on: without both no name of the namespace resolves")),
    INTERNET_GATEWAY("the VPC's way to and from the internet"),
    INTERNET_GATEWAY_ATTACHMENT("makes the internet gateway this VPC's"),
    PUBLIC_ROUTE_TABLE("one for all public subnets: they have the same routes"),
    PUBLIC_DEFAULT_ROUTE(
            ResourceDescription::runsInPublic,
            "tasks pull their images and answer the internet by it",
            "what faces the internet answers by it; tasks do not"),
    PUBLIC_SUBNET(
            ResourceDescription::runsInPublic,
            "tasks run here with public addresses, without which they could not pull an image: there is no NAT",
            "NAT gateways and load balancers stand here, tasks never do",
            fixed("CidrBlock")),
    PUBLIC_SUBNET_ASSOCIATION("gives the subnet its route to the internet"),
    PRIVATE_SUBNET("tasks run here: nobody on the internet has a way to them", fixed("CidrBlock")),
    PRIVATE_SUBNET_ASSOCIATION("gives the subnet a table of its own"),
    PRIVATE_ROUTE_TABLE("one for each subnet, so that another kind of NAT changes routes and moves no subnet"),
    PRIVATE_DEFAULT_ROUTE("tasks reach the internet by NAT, and nobody there reaches them"),
    NAT_GATEWAY("the way out of this zone's private subnet, or of all where it is the only one"),
    NAT_GATEWAY_ADDRESS("the address under which others see tasks that use this NAT gateway"),
    REGIONAL_NAT_GATEWAY("the way out of private subnets: AWS spreads it over the zones, no public subnet needed"),
    VPC_ENDPOINT_SECURITY_GROUP(
            "lets in all of the VPC: joined stacks have groups that this one does not know", fixed("GroupDescription")),
    VPC_ENDPOINT("what tasks ask of {aws} stays within the VPC"),
    VPC_FLOW_LOG_GROUP("keeps the flow log", fixed("LogGroupName")),
    VPC_FLOW_LOG_ROLE("lets EC2 write the flow log, and nothing else"),
    VPC_FLOW_LOG("who sent what to whom in the VPC, for audits and for the search of faults"),
    DHCP_OPTIONS("bare names of services are looked for in the namespace"),
    DHCP_OPTIONS_ASSOCIATION("gives the VPC these options"),
    SHARED_SECURITY_GROUP("one for all services: they trust each other, as the config says", fixed("GroupDescription")),
    SHARED_SELF_INGRESS("services reach each other at every port"),
    SHARED_INGRESS("`ingress` of a service; opens the port at all tasks of the group"),
    NAMESPACE(
            "the private DNS zone in which services find each other",
            fixed("Name"),
            must("another name or VPC is another namespace, in which nobody is found until all are deployed again")),
    CLUSTER(
            "runs these services and those of stacks that join them; Fargate alone, so there are no hosts to keep",
            fixed("ClusterName")),
    LOG_KEY("encrypts the log groups", must("it stays: what was written by it can be read by it alone")),
    LOAD_BALANCER_SECURITY_GROUP(
            "who may come to the load balancer; its ways to services are rules of their own",
            fixed("GroupDescription")),
    ACCESS_LOGS(
            "keeps what the load balancer writes of each request",
            must("SSE-S3 stays its encryption: load balancers write with no other")),
    ACCESS_LOGS_POLICY("lets the load balancer write, and nobody read without TLS"),
    CERTIFICATE(
            "names the hosts that are answered for, and no wildcard that answers for more",
            constrained("DomainName"),
            must("its records stay in the hosted zone: ACM renews it by them")),
    LOAD_BALANCER(
            ResourceDescription::isOpen,
            "the way from the internet to services with `http`",
            "the way within the VPC to services with `http`; the internet has none",
            fixed("Scheme")),
    HTTPS_LISTENER("takes requests; each service adds its rule, so that no service changes the listener"),
    HTTP_LISTENER(
            ResourceDescription::isSecure,
            "sends port 80 to HTTPS and answers nothing itself",
            "takes requests, in plain text as there is no certificate; each service adds its rule"),
    ALIAS_RECORD("leads a host of the certificate to the load balancer"),
    LOAD_BALANCER_INGRESS("tasks take requests from the load balancer"),
    LOAD_BALANCER_EGRESS("the load balancer reaches the tasks behind it, and nothing else"),
    EXECUTION_ROLE(
            "ECS pulls images and writes logs by it, for services without secrets",
            must("it reads no secret: all services without secrets share it")),
    TASK_ROLE("ECS Exec reaches into tasks by it, of services that do nothing else in AWS"),
    SERVICE_SECURITY_GROUP(
            "who talks to {service}; calls are rules of their own, since they may go in a circle",
            fixed("GroupDescription")),
    SERVICE_INGRESS("{callee} takes calls of {caller}"),
    SERVICE_EGRESS("{caller} calls {callee}"),
    SERVICE_EXECUTION_ROLE(
            "ECS starts tasks of {service} by it", must("it reads the secrets of {service} and no others")),
    SERVICE_TASK_ROLE("what the code of {service} may do in AWS"),
    SERVICE_LOG_GROUP("what {service} says; deleted with the stack", fixed("LogGroupName")),
    SERVICE_TASK_DEFINITION("a task of {service}, told by variables where its callees are"),
    SERVICE_DISCOVERY(
            "{service} is found by it in DNS",
            fixed("Name"),
            constrained("DnsConfig"),
            must("its TTL and the task's StopTimeout, SERVICE_LAME_DUCK and SERVICE_DRAIN change together, or requests"
                    + " are lost")),
    SERVICE("keeps {service} running; takes a deployment back that does not come up", fixed("ServiceName")),
    SERVICE_TARGET_GROUP("the tasks of {service} as the load balancer sees them"),
    SERVICE_LISTENER_RULE(
            "which requests go to {service}",
            constrained("Priority"),
            must("no other rule of the listener has its priority")),
    SERVICE_SCALABLE_TARGET(
            "between which numbers of tasks {service} is scaled",
            must("the ECS service has no DesiredCount: a deployment would undo what scaling did")),
    SERVICE_SCALING_POLICY("the number of tasks of {service} follows its {metric}"),
    SERVICE_ALARM("fails a deployment of {service} while its {metric} is too high"),
    REPOSITORY("keeps the images of {path}; there before the stack that runs them", fixed("RepositoryName")),
    ;

    private static final Pattern HOLE = Pattern.compile("\\{([a-z]+)}");

    @SuppressWarnings("ImmutableEnumChecker") // a method of this class
    private final @Nullable Predicate<Config> isSo;

    private final String why;
    private final String otherwise;

    @SuppressWarnings("ImmutableEnumChecker") // a copy
    private final List<Note> notes;

    ResourceDescription(String why, Note... notes) {
        this(null, why, why, notes);
    }

    ResourceDescription(@Nullable Predicate<Config> isSo, String why, String otherwise, Note... notes) {
        this.isSo = isSo;
        this.why = why;
        this.otherwise = otherwise;
        this.notes = List.of(notes);
    }

    /** What is known of a resource beside why it is there. */
    private sealed interface Note {}

    private record Must(String sentence) implements Note {}

    private record Level(String property, Mutability mutability) implements Note {}

    /** What is said about a resource, but for what it depends on. */
    static ContextMetadata of(Config config, NamedId id) {
        return valueOf(id.kind().name()).context(config, holes(id));
    }

    private ContextMetadata context(Config config, Map<String, String> holes) {
        List<String> musts = new ArrayList<>();
        Map<String, Mutability> levels = new LinkedHashMap<>();
        for (Note note : notes) {
            if (note instanceof Must must) {
                musts.add(filled(must.sentence(), holes));
            } else if (note instanceof Level level) {
                levels.put(level.property(), level.mutability());
            }
        }
        String words = isSo == null || isSo.test(config) ? why : otherwise;
        return new ContextMetadata(filled(words, holes), musts, levels, List.of());
    }

    private static String filled(String words, Map<String, String> holes) {
        return HOLE.matcher(words)
                .replaceAll(hole -> Matcher.quoteReplacement(holes.getOrDefault(hole.group(1), hole.group())));
    }

    private static Map<String, String> holes(NamedId id) {
        Map<String, String> holes = new HashMap<>();
        Matcher hole = HOLE.matcher(id.kind().pattern());
        for (String name : id.names()) {
            if (hole.find()) {
                holes.put(hole.group(1), name);
            }
        }
        return holes;
    }

    private static Note must(String sentence) {
        return new Must(sentence);
    }

    /** A property whose change replaces the resource, and breaks what others know of it. */
    private static Note fixed(String property) {
        return new Level(property, Mutability.MUST_NEVER_CHANGE);
    }

    private static Note constrained(String property) {
        return new Level(property, Mutability.CHANGE_WITH_CONSTRAINTS);
    }

    private static boolean runsInPublic(Config config) {
        return config.network().placement() == Placement.PUBLIC;
    }

    private static boolean isOpen(Config config) {
        LoadBalancer balancer = config.ownLoadBalancer();
        return balancer != null && balancer.scheme() == Scheme.INTERNET_FACING;
    }

    private static boolean isSecure(Config config) {
        LoadBalancer balancer = config.ownLoadBalancer();
        return balancer != null && balancer.hasHttps();
    }
}
