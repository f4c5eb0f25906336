package io.github.ecsdiscovery.generator.stack.loadbalancer;

import io.github.ecsdiscovery.generator.model.Config;
import io.github.ecsdiscovery.generator.model.loadbalancer.LoadBalancer;
import io.github.ecsdiscovery.generator.model.loadbalancer.Scheme;
import io.github.ecsdiscovery.generator.model.network.Cidr;
import io.github.ecsdiscovery.generator.model.network.NamedPort;
import io.github.ecsdiscovery.generator.model.network.Placement;
import io.github.ecsdiscovery.generator.model.network.Port;
import io.github.ecsdiscovery.generator.model.network.Protocol;
import io.github.ecsdiscovery.generator.model.network.Source;
import io.github.ecsdiscovery.generator.model.network.Vpc;
import io.github.ecsdiscovery.generator.model.service.Service;
import io.github.ecsdiscovery.generator.stack.id.Export;
import io.github.ecsdiscovery.generator.stack.id.LogicalId;
import io.github.ecsdiscovery.generator.stack.id.LogicalIdRegistry;
import io.github.ecsdiscovery.generator.stack.loadbalancer.LoadBalancerResources.AliasRecord;
import io.github.ecsdiscovery.generator.stack.loadbalancer.LoadBalancerResources.Attribute;
import io.github.ecsdiscovery.generator.stack.loadbalancer.LoadBalancerResources.Certificate;
import io.github.ecsdiscovery.generator.stack.network.NetworkResources;
import io.github.ecsdiscovery.generator.stack.security.CallRulePair;
import io.github.ecsdiscovery.generator.stack.security.SecurityGroup;
import io.github.ecsdiscovery.generator.stack.security.SecurityGroupPlan;
import io.github.ecsdiscovery.generator.stack.security.SecurityGroupRule;
import io.github.ecsdiscovery.generator.stack.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Decides the load balancer that the stack has itself. */
public final class LoadBalancerPlan {
    private static final Source ANYWHERE = new Source.Network(new Cidr(0, 0));
    private static final String CALLER = "the load balancer";
    private static final Port HTTP = new Port(80, Protocol.HTTP);
    private static final Port HTTPS = new Port(443, Protocol.HTTP);

    private final Config config;
    private final LogicalIdRegistry ids;
    private final SecurityGroupPlan groups;

    public LoadBalancerPlan(Config config, LogicalIdRegistry ids, SecurityGroupPlan groups) {
        this.config = config;
        this.ids = ids;
        this.groups = groups;
    }

    /**
     * The load balancer, or null where the stack has none.
     *
     * @param subnets those that tasks run in
     */
    @Nullable
    public LoadBalancerResources of(@Nullable NetworkResources network, List<Value> subnets) {
        LoadBalancer said = config.ownLoadBalancer();
        if (said == null) {
            return null;
        }
        ids.id(LogicalId.LOAD_BALANCER);
        List<String> dependsOn = new ArrayList<>();
        if (said.accessLogs()) {
            ids.id(LogicalId.ACCESS_LOGS);
            dependsOn.add(ids.id(LogicalId.ACCESS_LOGS_POLICY));
        }
        boolean isOpen = said.scheme() == Scheme.INTERNET_FACING;
        if (network != null && isOpen) {
            // EC2 refuses a load balancer of the internet where no gateway is.
            dependsOn.add(LogicalId.PUBLIC_DEFAULT_ROUTE.of());
        }
        Certificate certificate = certificate(said);
        if (said.hasHttps()) {
            ids.id(LogicalId.HTTPS_LISTENER);
        }
        boolean port80 = said.httpListener() || !said.hasHttps();
        if (port80) {
            ids.id(LogicalId.HTTP_LISTENER);
        }
        return new LoadBalancerResources(
                group(said, port80),
                Value.named("load-balancer"),
                said.scheme().toString(),
                isOpen ? publicSubnets(network) : subnets,
                attributes(said),
                said.accessLogs() ? config.logs().retention() : null,
                certificate,
                certificateArn(said),
                port80,
                records(certificate),
                groups.isShared() ? sharedEdges() : List.of(),
                dependsOn);
    }

    private SecurityGroup group(LoadBalancer said, boolean port80) {
        List<SecurityGroupRule> in = new ArrayList<>();
        for (Source source : from(said)) {
            if (said.hasHttps()) {
                in.add(SecurityGroupPlan.rule("From " + source, source, HTTPS));
            }
            if (port80) {
                in.add(SecurityGroupPlan.rule("From " + source, source, HTTP));
            }
        }
        return new SecurityGroup(
                ids.id(LogicalId.LOAD_BALANCER_SECURITY_GROUP),
                Value.named("load-balancer"),
                "The load balancer",
                in,
                List.of(SecurityGroupPlan.NOWHERE));
    }

    private List<Source> from(LoadBalancer said) {
        List<Source> from = said.ingress();
        if (from != null) {
            return from;
        }
        Vpc vpc = config.network().vpc();
        Cidr inside = vpc == null ? config.network().cidr() : vpc.cidr();
        return List.of(said.scheme() == Scheme.INTERNET_FACING ? ANYWHERE : new Source.Network(inside.network()));
    }

    private List<Value> publicSubnets(@Nullable NetworkResources network) {
        if (network != null) {
            return network.publicSubnets().stream()
                    .<Value>map(subnet -> new Value.Ref(subnet.id()))
                    .toList();
        }
        Vpc vpc = config.network().vpc();
        return vpc == null
                ? List.of()
                : vpc.subnets().of(Placement.PUBLIC).stream()
                        .<Value>map(Value.Literal::new)
                        .toList();
    }

    /** What is off is said too: an attribute that a template no longer has stays as it was. */
    private static List<Attribute> attributes(LoadBalancer said) {
        List<Attribute> all = new ArrayList<>();
        all.add(attribute("access_logs.s3.enabled", said.accessLogs()));
        if (said.accessLogs()) {
            all.add(new Attribute("access_logs.s3.bucket", new Value.Ref(LogicalId.ACCESS_LOGS.of())));
        }
        all.add(attribute("deletion_protection.enabled", said.deletionProtection()));
        all.add(attribute("idle_timeout.timeout_seconds", said.idleTimeout()));
        all.add(attribute("routing.http.desync_mitigation_mode", "defensive"));
        all.add(attribute("routing.http.drop_invalid_header_fields.enabled", true));
        return all;
    }

    private static Attribute attribute(String key, Object value) {
        return new Attribute(key, new Value.Literal(value.toString()));
    }

    // ---- Certificate and names ----

    private @Nullable Certificate certificate(LoadBalancer said) {
        String domain = said.domain();
        String zone = said.hostedZone();
        if (domain == null || zone == null || said.certificate() != null) {
            return null;
        }
        ids.id(LogicalId.CERTIFICATE);
        return new Certificate(domain, hosts(domain), zone);
    }

    private static @Nullable Value certificateArn(LoadBalancer said) {
        String written = said.certificate();
        if (written != null) {
            return new Value.Literal(written);
        }
        return said.domain() == null ? null : new Value.Ref(LogicalId.CERTIFICATE.of());
    }

    /** The hosts that services answer for, beside the domain itself. */
    private List<String> hosts(String domain) {
        SortedSet<String> hosts = new TreeSet<>();
        for (Service service : config.services().values()) {
            if (service.enabledHttp() != null && service.enabledHttp().host() != null) {
                hosts.add(service.enabledHttp().host());
            }
        }
        hosts.remove(domain);
        return List.copyOf(hosts);
    }

    private List<AliasRecord> records(@Nullable Certificate certificate) {
        return certificate == null
                ? List.of()
                : certificate.names().stream()
                        .map(host -> record(host, certificate.hostedZone()))
                        .toList();
    }

    private AliasRecord record(String host, String zone) {
        String owner = "the name `" + host + "`";
        List<String> path = List.of("loadBalancer", "domain");
        return new AliasRecord(ids.id(LogicalId.ALIAS_RECORD, owner, path, host.replace("*.", "any.")), host, zone);
    }

    // ---- Ways to services ----

    /** To the group of all, once for each port. */
    private List<CallRulePair> sharedEdges() {
        Map<Integer, CallRulePair> edges = new TreeMap<>();
        for (Service service : config.services().values()) {
            service.httpPort()
                    .map(port -> port.port().number())
                    .ifPresent(port -> edges.computeIfAbsent(port, this::sharedEdge));
        }
        return List.copyOf(edges.values());
    }

    private CallRulePair sharedEdge(int port) {
        Value shared = new Value.Ref(LogicalId.SHARED_SECURITY_GROUP.of());
        String name = "tcp" + port;
        return new CallRulePair(
                ids.id(LogicalId.LOAD_BALANCER_INGRESS, "shared", name),
                ids.id(LogicalId.LOAD_BALANCER_EGRESS, "shared", name),
                CALLER,
                ownGroup(),
                "all services",
                shared,
                "tcp",
                port);
    }

    private static Value ownGroup() {
        return new Value.Ref(LogicalId.LOAD_BALANCER_SECURITY_GROUP.of());
    }

    /** To the group of one service, be it behind this stack's load balancer or the platform's. */
    CallRulePair edge(String name, Service service, NamedPort port, SecurityGroup group) {
        String owner = "the way from the load balancer to `" + name + "`";
        List<String> path = List.of("services", name, "http");
        boolean isFirst = port.equals(service.allPorts().get(0));
        String inId = isFirst || port.name() == null ? "" : port.name();
        String platform = config.platform();
        return new CallRulePair(
                ids.id(LogicalId.LOAD_BALANCER_INGRESS, owner, path, name, inId),
                ids.id(LogicalId.LOAD_BALANCER_EGRESS, owner, path, name, inId),
                CALLER,
                platform == null ? ownGroup() : Export.LOAD_BALANCER_SECURITY_GROUP_ID.from(platform),
                name,
                new Value.Ref(group.id()),
                "tcp",
                port.port().number());
    }
}
