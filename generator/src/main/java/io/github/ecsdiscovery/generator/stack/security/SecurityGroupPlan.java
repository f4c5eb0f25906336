package io.github.ecsdiscovery.generator.stack.security;

import io.github.ecsdiscovery.generator.model.Config;
import io.github.ecsdiscovery.generator.model.network.Egress;
import io.github.ecsdiscovery.generator.model.network.NamedPort;
import io.github.ecsdiscovery.generator.model.network.Port;
import io.github.ecsdiscovery.generator.model.network.SecurityGroups;
import io.github.ecsdiscovery.generator.model.network.Source;
import io.github.ecsdiscovery.generator.model.service.Call;
import io.github.ecsdiscovery.generator.model.service.Service;
import io.github.ecsdiscovery.generator.stack.discovery.Callee;
import io.github.ecsdiscovery.generator.stack.id.Export;
import io.github.ecsdiscovery.generator.stack.id.LogicalId;
import io.github.ecsdiscovery.generator.stack.id.LogicalIdRegistry;
import io.github.ecsdiscovery.generator.stack.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Decides the security groups: who may talk to whom. */
public final class SecurityGroupPlan {
    private static final String ANYWHERE = "0.0.0.0/0";

    private static final SecurityGroupRule ANYWHERE_OUT =
            new SecurityGroupRule("Anywhere", ANYWHERE, null, null, "-1", 0, 0);

    /** A rule that lets nothing out: a group without one is open. */
    public static final SecurityGroupRule NOWHERE =
            new SecurityGroupRule("Nowhere", "255.255.255.255/32", null, null, "icmp", 252, 86);

    private final Config config;
    private final LogicalIdRegistry ids;

    public SecurityGroupPlan(Config config, LogicalIdRegistry ids) {
        this.config = config;
        this.ids = ids;
    }

    public boolean isShared() {
        return config.network().securityGroups() == SecurityGroups.SHARED;
    }

    /** The one group of all, open to itself and outwards. */
    public SecurityGroup shared() {
        return new SecurityGroup(
                ids.id(LogicalId.SHARED_SECURITY_GROUP),
                Value.named("app"),
                "Tasks of all services",
                List.of(),
                List.of(ANYWHERE_OUT));
    }

    /** What lets others into the shared group: itself, and each source and port once. */
    public List<SharedIngress> sharedIngress() {
        List<SharedIngress> rules = new ArrayList<>();
        SecurityGroupRule self = new SecurityGroupRule("Each other", null, null, null, "-1", 0, 0);
        rules.add(new SharedIngress(ids.id(LogicalId.SHARED_SELF_INGRESS), true, self));
        Map<String, SharedIngress> outside = new TreeMap<>();
        new TreeMap<>(config.services()).forEach((name, service) -> {
            for (Source source : service.ingress()) {
                for (NamedPort port : service.allPorts()) {
                    SecurityGroupRule rule = rule("From " + source, source, port.port());
                    String key = source + " " + rule.protocol() + rule.fromPort();
                    outside.computeIfAbsent(
                            key, absent -> new SharedIngress(sharedId(source, port.port(), name), false, rule));
                }
            }
        });
        rules.addAll(outside.values());
        return rules;
    }

    private String sharedId(Source source, Port port, String service) {
        String from = source.toString().equals(ANYWHERE)
                ? "anywhere"
                : source.toString().replaceAll("[./]", "x");
        String owner = "`ingress` from " + source + " to port " + port.number();
        List<String> path = List.of("services", service, "ingress");
        return ids.id(
                LogicalId.SHARED_INGRESS, owner, path, from, port.protocol().transport() + port.number());
    }

    /**
     * The group of one service, if it has one: who from outside may come in, and where it may go outside. Beside a group that
     * services share with the platform it is there for {@code ingress} and {@code http} alone, as another stack may have the
     * same rule, and a group takes none twice.
     */
    @Nullable
    public SecurityGroup own(String name, Service service) {
        boolean isOpened = !service.ingress().isEmpty() || service.httpPort().isPresent();
        if (isShared() && (config.platform() == null || !isOpened)) {
            return null;
        }
        List<SecurityGroupRule> in = new ArrayList<>();
        for (Source source : service.ingress()) {
            for (NamedPort port : service.allPorts()) {
                in.add(rule("From " + source, source, port.port()));
            }
        }
        return new SecurityGroup(
                ids.service(LogicalId.SERVICE_SECURITY_GROUP, name),
                Value.named(name),
                "Tasks of one service",
                in,
                isShared() ? List.of(ANYWHERE_OUT) : egress(service));
    }

    private static List<SecurityGroupRule> egress(Service service) {
        List<SecurityGroupRule> out = new ArrayList<>();
        for (Egress egress : service.egress()) {
            out.add(rule("To " + egress.to(), egress.to(), egress.port()));
        }
        return out.isEmpty() ? List.of(NOWHERE) : out;
    }

    /** All groups that a service's tasks are in. */
    public List<Value> of(@Nullable SecurityGroup own) {
        List<Value> all = new ArrayList<>();
        if (isShared()) {
            String platform = config.platform();
            all.add(
                    platform == null
                            ? new Value.Ref(LogicalId.SHARED_SECURITY_GROUP.of())
                            : Export.SHARED_SECURITY_GROUP_ID.from(platform));
        }
        if (own != null) {
            all.add(new Value.Ref(own.id()));
        }
        return all;
    }

    /** The rules that let a service reach those that it calls; two aliases of one port share one. */
    public List<CallRulePair> edges(String caller, Service service) {
        if (isShared()) {
            return List.of();
        }
        Map<String, CallRulePair> edges = new LinkedHashMap<>();
        for (Call call : service.allCalls()) {
            Callee.of(config, call)
                    .ifPresent(callee -> edges.computeIfAbsent(key(callee), absent -> edge(caller, call, callee)));
        }
        return List.copyOf(new TreeMap<>(edges).values());
    }

    private static String key(Callee callee) {
        Port port = callee.port().port();
        return callee.name() + " " + port.protocol().transport() + " " + port.number();
    }

    private CallRulePair edge(String caller, Call call, Callee callee) {
        String owner = "the call from `" + caller + "` to `" + callee.name() + "`";
        List<String> path = List.of("services", caller, "calls", call.step());
        String port = callee.portInId();
        return new CallRulePair(
                ids.id(LogicalId.SERVICE_INGRESS, owner, path, caller, callee.name(), port),
                ids.id(LogicalId.SERVICE_EGRESS, owner, path, caller, callee.name(), port),
                caller,
                new Value.Ref(LogicalId.SERVICE_SECURITY_GROUP.of(caller)),
                callee.name(),
                callee.group(),
                callee.port().port().protocol().transport(),
                callee.port().port().number());
    }

    public static SecurityGroupRule rule(String description, Source end, Port port) {
        String transport = port.protocol().transport();
        return new SecurityGroupRule(
                description,
                end instanceof Source.Network network ? network.cidr().toString() : null,
                end instanceof Source.Group group ? group.id() : null,
                end instanceof Source.PrefixList list ? list.id() : null,
                transport,
                port.number(),
                port.number());
    }
}
