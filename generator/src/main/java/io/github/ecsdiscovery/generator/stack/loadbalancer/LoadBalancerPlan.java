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
import io.github.ecsdiscovery.generator.stack.loadbalancer.LoadBalancerResources.Listeners;
import io.github.ecsdiscovery.generator.stack.loadbalancer.LoadBalancerResources.LoadBalancerDomain;
import io.github.ecsdiscovery.generator.stack.loadbalancer.LoadBalancerResources.LoadBalancerSecurity;
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

/** Creates the load balancer of a stack. */
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
     * Returns the load balancer, or null if the stack has none.
     *
     * @param subnets the subnets of tasks
     */
    @Nullable
    public LoadBalancerResources of(@Nullable NetworkResources network, List<Value> subnets) {
        LoadBalancer configured = config.ownLoadBalancer();
        if (configured == null) {
            return null;
        }
        ids.id(LogicalId.LOAD_BALANCER);
        List<String> dependsOn = new ArrayList<>();
        if (configured.accessLogs()) {
            ids.id(LogicalId.ACCESS_LOGS);
            dependsOn.add(ids.id(LogicalId.ACCESS_LOGS_POLICY));
        }
        boolean isInternetFacing = configured.scheme() == Scheme.INTERNET_FACING;
        if (network != null && isInternetFacing) {
            // EC2 rejects an internet-facing load balancer without an internet gateway.
            dependsOn.add(LogicalId.PUBLIC_DEFAULT_ROUTE.of());
        }
        Certificate certificate = certificate(configured);
        if (configured.hasHttps()) {
            ids.id(LogicalId.HTTPS_LISTENER);
        }
        boolean hasHttpListener = configured.httpListener() || !configured.hasHttps();
        if (hasHttpListener) {
            ids.id(LogicalId.HTTP_LISTENER);
        }
        return new LoadBalancerResources(
                new LoadBalancerSecurity(
                        group(configured, hasHttpListener), groups.isShared() ? sharedCallRules() : List.of()),
                configured.scheme().toString(),
                isInternetFacing ? publicSubnets(network) : subnets,
                attributes(configured),
                configured.accessLogs() ? config.logs().retention() : null,
                new Listeners(certificateArn(configured), hasHttpListener),
                new LoadBalancerDomain(certificate, records(certificate)),
                dependsOn);
    }

    private SecurityGroup group(LoadBalancer configured, boolean hasHttpListener) {
        List<SecurityGroupRule> ingress = new ArrayList<>();
        for (Source source : sources(configured)) {
            if (configured.hasHttps()) {
                ingress.add(SecurityGroupPlan.rule("From " + source, source, HTTPS));
            }
            if (hasHttpListener) {
                ingress.add(SecurityGroupPlan.rule("From " + source, source, HTTP));
            }
        }
        return new SecurityGroup(
                ids.id(LogicalId.LOAD_BALANCER_SECURITY_GROUP),
                Value.named("load-balancer"),
                "The load balancer",
                ingress,
                List.of(SecurityGroupPlan.NO_EGRESS));
    }

    private List<Source> sources(LoadBalancer configured) {
        List<Source> sources = configured.ingress();
        if (sources != null) {
            return sources;
        }
        Vpc vpc = config.network().vpc();
        Cidr vpcRange = vpc == null ? config.network().cidr() : vpc.cidr();
        return List.of(
                configured.scheme() == Scheme.INTERNET_FACING ? ANYWHERE : new Source.Network(vpcRange.network()));
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

    /** Returns all attributes, also disabled ones, because an attribute keeps its value when a template no longer sets it. */
    private static List<Attribute> attributes(LoadBalancer configured) {
        List<Attribute> all = new ArrayList<>();
        all.add(attribute("access_logs.s3.enabled", configured.accessLogs()));
        if (configured.accessLogs()) {
            all.add(new Attribute("access_logs.s3.bucket", new Value.Ref(LogicalId.ACCESS_LOGS.of())));
        }
        all.add(attribute("deletion_protection.enabled", configured.deletionProtection()));
        all.add(attribute("idle_timeout.timeout_seconds", configured.idleTimeout()));
        all.add(attribute("routing.http.desync_mitigation_mode", "defensive"));
        all.add(attribute("routing.http.drop_invalid_header_fields.enabled", true));
        return all;
    }

    private static Attribute attribute(String key, Object value) {
        return new Attribute(key, new Value.Literal(value.toString()));
    }

    // ---- Certificate and names ----

    private @Nullable Certificate certificate(LoadBalancer configured) {
        String domain = configured.domain();
        String zone = configured.hostedZone();
        if (domain == null || zone == null || configured.certificate() != null) {
            return null;
        }
        ids.id(LogicalId.CERTIFICATE);
        return new Certificate(domain, hosts(domain), zone);
    }

    private static @Nullable Value certificateArn(LoadBalancer configured) {
        String existing = configured.certificate();
        if (existing != null) {
            return new Value.Literal(existing);
        }
        return configured.domain() == null ? null : new Value.Ref(LogicalId.CERTIFICATE.of());
    }

    /** Returns the hosts of services other than the domain itself. */
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

    // ---- Traffic to services ----

    /** Returns the rules for traffic to the group that all services share: a pair for each port. */
    private List<CallRulePair> sharedCallRules() {
        Map<Integer, CallRulePair> callRules = new TreeMap<>();
        for (Service service : config.services().values()) {
            service.httpPort()
                    .map(port -> port.port().number())
                    .ifPresent(port -> callRules.computeIfAbsent(port, this::sharedCallRule));
        }
        return List.copyOf(callRules.values());
    }

    private CallRulePair sharedCallRule(int port) {
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

    /** Returns the rules for traffic to the group of one service, from this stack's load balancer or the platform's. */
    CallRulePair callRule(String name, Service service, NamedPort port, SecurityGroup group) {
        String owner = "the rule from the load balancer to `" + name + "`";
        List<String> path = List.of("services", name, "http");
        boolean isFirst = port.equals(service.allPorts().get(0));
        String portInId = isFirst || port.name() == null ? "" : port.name();
        String platform = config.platform();
        return new CallRulePair(
                ids.id(LogicalId.LOAD_BALANCER_INGRESS, owner, path, name, portInId),
                ids.id(LogicalId.LOAD_BALANCER_EGRESS, owner, path, name, portInId),
                CALLER,
                platform == null ? ownGroup() : Export.LOAD_BALANCER_SECURITY_GROUP_ID.from(platform),
                name,
                new Value.Ref(group.id()),
                "tcp",
                port.port().number());
    }
}
