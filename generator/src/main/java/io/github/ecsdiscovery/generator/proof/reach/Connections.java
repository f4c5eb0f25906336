package io.github.ecsdiscovery.generator.proof.reach;

import io.github.ecsdiscovery.generator.proof.check.Check;
import io.github.ecsdiscovery.generator.proof.check.CheckChain;
import io.github.ecsdiscovery.generator.proof.discovery.DiscoveryNames;
import io.github.ecsdiscovery.generator.proof.discovery.DnsRegistration;
import io.github.ecsdiscovery.generator.proof.network.SecurityGroupPath;
import io.github.ecsdiscovery.generator.proof.task.DeployedContainer;
import io.github.ecsdiscovery.generator.proof.task.DeployedTask;
import io.github.ecsdiscovery.generator.proof.traffic.PermittedFlow;
import io.github.ecsdiscovery.generator.proof.traffic.SecurityGroupRules;
import io.github.ecsdiscovery.generator.proof.traffic.Traffic;
import io.github.ecsdiscovery.generator.template.Template;
import io.github.ecsdiscovery.generator.template.TemplateResource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Answers how one service reaches another.
 *
 * <p>A request arrives if the caller resolves the name of the callee, security groups permit the traffic on both sides, and a
 * container of the callee listens on the port.
 */
public final class Connections {
    private final Template template;
    private final SecurityGroupRules rules;
    private final DiscoveryNames names;

    public Connections(Template template, SecurityGroupRules rules, DiscoveryNames names) {
        this.template = template;
        this.rules = rules;
        this.names = names;
    }

    /**
     * Returns the ways from one service to another: one for each port that the caller's aliases name, and one for each other
     * port that is open. If there are none, returns the way to the first port of the callee.
     */
    public List<Connection> between(DeployedTask from, DeployedTask to) {
        Map<Traffic, Optional<Alias>> targets = new LinkedHashMap<>();
        List<PermittedFlow> flows = new SecurityGroupPath(template, rules, from.member(), to.member()).flows();
        for (Alias alias : new Aliases(names).of(from)) {
            if (alias.callee().equals(to.name())) {
                trafficOf(alias, to, flows).forEach(traffic -> targets.putIfAbsent(traffic, Optional.of(alias)));
            }
        }
        to.portMappings().stream()
                .map(DeployedContainer.PortMapping::traffic)
                .filter(traffic -> isOpen(traffic, flows))
                .forEach(traffic -> targets.putIfAbsent(traffic, Optional.empty()));
        if (targets.isEmpty()) {
            Traffic first = to.portMappings().stream()
                    .map(DeployedContainer.PortMapping::traffic)
                    .findFirst()
                    .orElse(Traffic.ALL);
            targets.put(first, Optional.empty());
        }
        List<Connection> connections = new ArrayList<>();
        targets.forEach((traffic, alias) -> connections.add(connection(from, to, traffic, alias)));
        return connections;
    }

    private static boolean isOpen(Traffic traffic, List<PermittedFlow> flows) {
        return flows.stream().anyMatch(flow -> flow.traffic().covers(traffic));
    }

    /** Returns the traffic that an alias means. If the callee listens on both tcp and udp, that is what is open. */
    private static List<Traffic> trafficOf(Alias alias, DeployedTask to, List<PermittedFlow> flows) {
        List<Traffic> candidates = to.portMappings().stream()
                .map(DeployedContainer.PortMapping::traffic)
                .filter(traffic -> Integer.toString(traffic.from()).equals(alias.port()))
                .toList();
        List<Traffic> open =
                candidates.stream().filter(traffic -> isOpen(traffic, flows)).toList();
        if (!open.isEmpty()) {
            return open;
        }
        return candidates.isEmpty() ? List.of(Traffic.of("tcp", alias.port(), alias.port())) : candidates.subList(0, 1);
    }

    private Connection connection(DeployedTask from, DeployedTask to, Traffic traffic, Optional<Alias> alias) {
        List<Check> checks = new ArrayList<>();
        alias.ifPresent(called -> checks.add(
                Check.yes("alias", called.name() + " is " + called.host() + ", port " + called.port(), called.line())));
        Optional<DnsRegistration> name = names.of(to).stream().findFirst();
        if (alias.isPresent()) {
            checks.addAll(alias.get().lookup().checks());
        } else if (name.isPresent()) {
            String port = Integer.toString(traffic.from());
            checks.addAll(names.lookup(from, name.get().host(), port, 1).checks());
        } else {
            String finding = to.name() + " has no DNS or Service Connect name";
            checks.add(Check.no("record", finding, to.service().line()));
        }
        checks.addAll(new SecurityGroupPath(template, rules, from.member(), to.member()).checks(traffic));
        checks.add(portCheck(to, traffic));
        return new Connection(from.name(), to.name(), traffic, CheckChain.of(checks));
    }

    private static Check portCheck(DeployedTask to, Traffic traffic) {
        TemplateResource definition = to.definition();
        int line = definition == null ? to.service().line() : definition.line();
        String missing = to.portMappings().isEmpty()
                ? to.name() + " listens on no port"
                : to.name() + " does not listen on " + traffic;
        return to.portMappings().stream()
                .filter(mapping -> mapping.traffic().equals(traffic))
                .findFirst()
                .map(mapping -> Check.yes("port", to.name() + " listens on " + traffic, mapping.line()))
                .orElseGet(() -> Check.no("port", missing, line));
    }
}
