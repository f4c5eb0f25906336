package io.github.ecsdiscovery.generator.stack;

import io.github.ecsdiscovery.generator.model.Call;
import io.github.ecsdiscovery.generator.model.Config;
import io.github.ecsdiscovery.generator.model.Egress;
import io.github.ecsdiscovery.generator.model.NamedPort;
import io.github.ecsdiscovery.generator.model.Port;
import io.github.ecsdiscovery.generator.model.SecurityGroups;
import io.github.ecsdiscovery.generator.model.Service;
import io.github.ecsdiscovery.generator.model.Source;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Decides the security groups: who may talk to whom. */
final class GroupPlan {
    private static final String ANYWHERE = "0.0.0.0/0";

    private static final GroupRule ANYWHERE_OUT = new GroupRule("Anywhere", ANYWHERE, null, null, "-1", 0, 0);

    /** A rule that lets nothing out: a group without one is open. */
    static final GroupRule NOWHERE = new GroupRule("Nowhere", "255.255.255.255/32", null, null, "icmp", 252, 86);

    private final Config config;
    private final IdBook ids;

    GroupPlan(Config config, IdBook ids) {
        this.config = config;
        this.ids = ids;
    }

    boolean isShared() {
        return config.network().securityGroups() == SecurityGroups.SHARED;
    }

    /** The one group of all, open to itself and outwards. */
    SecurityGroup shared() {
        return new SecurityGroup(
                ids.id(LogicalId.SHARED_SECURITY_GROUP),
                Value.named("app"),
                "Tasks of all services",
                List.of(),
                List.of(ANYWHERE_OUT));
    }

    /** What lets others into the shared group: itself, and each source and port once. */
    List<SharedIngress> sharedIngress() {
        List<SharedIngress> rules = new ArrayList<>();
        GroupRule self = new GroupRule("Each other", null, null, null, "-1", 0, 0);
        rules.add(new SharedIngress(ids.id(LogicalId.SHARED_SELF_INGRESS), true, self));
        Map<String, SharedIngress> outside = new TreeMap<>();
        new TreeMap<>(config.services()).forEach((name, service) -> {
            for (Source source : service.ingress()) {
                for (NamedPort port : service.allPorts()) {
                    GroupRule rule = rule("From " + source, source, port.port());
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
    SecurityGroup own(String name, Service service) {
        boolean isOpened = !service.ingress().isEmpty() || service.frontPort().isPresent();
        if (isShared() && (config.platform() == null || !isOpened)) {
            return null;
        }
        List<GroupRule> in = new ArrayList<>();
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

    private static List<GroupRule> egress(Service service) {
        List<GroupRule> out = new ArrayList<>();
        for (Egress egress : service.egress()) {
            out.add(rule("To " + egress.to(), egress.to(), egress.port()));
        }
        return out.isEmpty() ? List.of(NOWHERE) : out;
    }

    /** All groups that a service's tasks are in. */
    List<Value> of(@Nullable SecurityGroup own) {
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
    List<Edge> edges(String caller, Service service) {
        if (isShared()) {
            return List.of();
        }
        Map<String, Edge> edges = new LinkedHashMap<>();
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

    private Edge edge(String caller, Call call, Callee callee) {
        String owner = "the call from `" + caller + "` to `" + callee.name() + "`";
        List<String> path = List.of("services", caller, "calls", call.step());
        String port = callee.portInId();
        return new Edge(
                ids.id(LogicalId.SERVICE_INGRESS, owner, path, caller, callee.name(), port),
                ids.id(LogicalId.SERVICE_EGRESS, owner, path, caller, callee.name(), port),
                caller,
                new Value.Ref(LogicalId.SERVICE_SECURITY_GROUP.of(caller)),
                callee.name(),
                callee.group(),
                callee.port().port().protocol().transport(),
                callee.port().port().number());
    }

    static GroupRule rule(String description, Source end, Port port) {
        String transport = port.protocol().transport();
        return new GroupRule(
                description,
                end instanceof Source.Network network ? network.cidr().toString() : null,
                end instanceof Source.Group group ? group.id() : null,
                end instanceof Source.PrefixList list ? list.id() : null,
                transport,
                port.number(),
                port.number());
    }
}
