package io.github.ecsdiscovery.generator.proof.reach;

import io.github.ecsdiscovery.generator.proof.check.Check;
import io.github.ecsdiscovery.generator.proof.check.CheckChain;
import io.github.ecsdiscovery.generator.proof.check.Tristate;
import io.github.ecsdiscovery.generator.proof.discovery.DiscoveryNames;
import io.github.ecsdiscovery.generator.proof.discovery.DnsRegistration;
import io.github.ecsdiscovery.generator.proof.network.SecurityGroupPath;
import io.github.ecsdiscovery.generator.proof.task.DeployedContainer;
import io.github.ecsdiscovery.generator.proof.task.DeployedTask;
import io.github.ecsdiscovery.generator.proof.traffic.PermittedFlow;
import io.github.ecsdiscovery.generator.proof.traffic.SecurityGroupRules;
import io.github.ecsdiscovery.generator.proof.traffic.Traffic;
import io.github.ecsdiscovery.generator.template.Template;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How one service reaches another, hop by hop. */
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
     * The ways from one service to another: to each port that it is told of and to each that is open to it; where there is
     * none, to the first port that the other has.
     */
    public List<Connection> between(DeployedTask from, DeployedTask to) {
        Map<Traffic, Optional<Alias>> targets = new LinkedHashMap<>();
        List<PermittedFlow> flows = new SecurityGroupPath(template, rules, from.member(), to.member()).flows();
        for (Alias alias : new Aliases(names).of(from)) {
            if (alias.callee().equals(to.name())) {
                told(alias, to, flows).forEach(traffic -> targets.putIfAbsent(traffic, Optional.of(alias)));
            }
        }
        for (DeployedContainer.Listening port : to.listening()) {
            if (flows.stream().anyMatch(flow -> flow.traffic().covers(port.traffic()))) {
                targets.putIfAbsent(port.traffic(), Optional.empty());
            }
        }
        if (targets.isEmpty()) {
            Traffic first = to.listening().stream()
                    .map(DeployedContainer.Listening::traffic)
                    .findFirst()
                    .orElse(Traffic.ALL);
            targets.put(first, Optional.empty());
        }
        List<Connection> connections = new ArrayList<>();
        targets.forEach((traffic, alias) -> connections.add(connection(from, to, traffic, alias)));
        return connections;
    }

    /** Of tcp and udp at one number, the one that is open is meant. */
    private static List<Traffic> told(Alias alias, DeployedTask to, List<PermittedFlow> flows) {
        List<Traffic> listening = to.listening().stream()
                .map(DeployedContainer.Listening::traffic)
                .filter(traffic -> Integer.toString(traffic.from()).equals(alias.port()))
                .toList();
        List<Traffic> open = listening.stream()
                .filter(traffic ->
                        flows.stream().anyMatch(flow -> flow.traffic().covers(traffic)))
                .toList();
        if (!open.isEmpty()) {
            return open;
        }
        return listening.isEmpty() ? List.of(Traffic.of("tcp", alias.port(), alias.port())) : listening.subList(0, 1);
    }

    private Connection connection(DeployedTask from, DeployedTask to, Traffic traffic, Optional<Alias> told) {
        List<Check> hops = new ArrayList<>();
        told.ifPresent(alias -> hops.add(new Check(
                "told", Tristate.YES, alias.name() + " is " + alias.host() + " at " + alias.port(), "", alias.line())));
        Optional<DnsRegistration> name = names.of(to).stream().findFirst();
        if (told.isPresent()) {
            hops.addAll(told.get().lookup().hops());
        } else if (name.isPresent()) {
            String port = Integer.toString(traffic.from());
            hops.addAll(names.lookup(from, name.get().host(), port, 1).hops());
        } else {
            hops.add(Check.no(
                    "record",
                    to.name() + " has no name by which it could be found",
                    to.service().line()));
        }
        hops.addAll(new SecurityGroupPath(template, rules, from.member(), to.member()).hops(traffic));
        hops.add(listening(to, traffic));
        return new Connection(from.name(), to.name(), traffic, CheckChain.of(hops));
    }

    private static Check listening(DeployedTask to, Traffic traffic) {
        return to.listening().stream()
                .filter(one -> one.traffic().equals(traffic))
                .findFirst()
                .map(one -> new Check("port", Tristate.YES, to.name() + " listens at " + traffic, "", one.line()))
                .orElseGet(() -> Check.no(
                        "port",
                        to.name() + " listens at no port" + (to.listening().isEmpty() ? "" : " " + traffic),
                        to.definition() == null
                                ? to.service().line()
                                : to.definition().line()));
    }
}
