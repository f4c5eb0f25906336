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

/** Creates the security groups and their rules. */
public final class SecurityGroupPlan {
    private static final String ANYWHERE = "0.0.0.0/0";

    private static final SecurityGroupRule ALL_EGRESS =
            SecurityGroupRule.ofCidr("Anywhere", ANYWHERE, SecurityGroupRule.ALL_PROTOCOLS, 0, 0);

    /** An egress rule that allows no traffic. Without any egress rule, a group allows all outbound traffic. */
    public static final SecurityGroupRule NO_EGRESS =
            SecurityGroupRule.ofCidr("No outbound traffic", "255.255.255.255/32", "icmp", 252, 86);

    private final Config config;
    private final LogicalIdRegistry ids;

    public SecurityGroupPlan(Config config, LogicalIdRegistry ids) {
        this.config = config;
        this.ids = ids;
    }

    /** Returns whether all services share one security group. */
    public boolean isShared() {
        return config.network().securityGroups() == SecurityGroups.SHARED;
    }

    /** Returns the security group that all services share. It allows all outbound traffic. */
    public SecurityGroup shared() {
        return new SecurityGroup(
                ids.id(LogicalId.SHARED_SECURITY_GROUP),
                Value.named("app"),
                "Tasks of all services",
                List.of(),
                List.of(ALL_EGRESS));
    }

    /** Returns the ingress rules of the shared group: one for the group itself, and one for each source and port. */
    public List<SharedIngress> sharedIngress() {
        List<SharedIngress> rules = new ArrayList<>();
        SecurityGroupRule self = SecurityGroupRule.withoutSource("From tasks of all services");
        rules.add(new SharedIngress(ids.id(LogicalId.SHARED_SELF_INGRESS), true, self));
        Map<String, SharedIngress> external = new TreeMap<>();
        new TreeMap<>(config.services()).forEach((name, service) -> {
            for (Source source : service.ingress()) {
                for (NamedPort port : service.allPorts()) {
                    SecurityGroupRule rule = rule("From " + source, source, port.port());
                    String key = source + " " + rule.protocol() + rule.fromPort();
                    external.computeIfAbsent(
                            key, absent -> new SharedIngress(sharedId(source, port.port(), name), false, rule));
                }
            }
        });
        rules.addAll(external.values());
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
     * Returns the security group of one service, or null if it has none.
     *
     * <p>A service that shares the platform's group still has its own group if it has {@code ingress} or {@code http}. Another
     * stack may need the same rule, and a group does not accept a rule twice.
     */
    @Nullable
    public SecurityGroup own(String name, Service service) {
        boolean hasIngress = !service.ingress().isEmpty() || service.httpPort().isPresent();
        if (isShared() && (config.platform() == null || !hasIngress)) {
            return null;
        }
        List<SecurityGroupRule> ingress = new ArrayList<>();
        for (Source source : service.ingress()) {
            for (NamedPort port : service.allPorts()) {
                ingress.add(rule("From " + source, source, port.port()));
            }
        }
        return new SecurityGroup(
                ids.service(LogicalId.SERVICE_SECURITY_GROUP, name),
                Value.named(name),
                "Tasks of one service",
                ingress,
                isShared() ? List.of(ALL_EGRESS) : egress(service));
    }

    private static List<SecurityGroupRule> egress(Service service) {
        List<SecurityGroupRule> rules = new ArrayList<>();
        for (Egress egress : service.egress()) {
            rules.add(rule("To " + egress.to(), egress.to(), egress.port()));
        }
        return rules.isEmpty() ? List.of(NO_EGRESS) : rules;
    }

    /** Returns the ids of all security groups of a service's tasks. */
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

    /** Returns the rules that let a service call others. Two aliases of the same port share a pair of rules. */
    public List<CallRulePair> callRules(String caller, Service service) {
        if (isShared()) {
            return List.of();
        }
        Map<String, CallRulePair> callRules = new LinkedHashMap<>();
        for (Call call : service.allCalls()) {
            Callee.of(config, call)
                    .ifPresent(
                            callee -> callRules.computeIfAbsent(key(callee), absent -> callRule(caller, call, callee)));
        }
        return List.copyOf(new TreeMap<>(callRules).values());
    }

    private static String key(Callee callee) {
        Port port = callee.port().port();
        return callee.name() + " " + port.protocol().transport() + " " + port.number();
    }

    private CallRulePair callRule(String caller, Call call, Callee callee) {
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

    /** Returns a rule for traffic from or to an end at a port. */
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
