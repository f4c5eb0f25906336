package io.github.ecsdiscovery.generator.explain;

import io.github.ecsdiscovery.generator.proof.LoadBalancerProof;
import io.github.ecsdiscovery.generator.proof.ServiceProof;
import io.github.ecsdiscovery.generator.proof.check.CheckChain;
import io.github.ecsdiscovery.generator.proof.check.Tristate;
import io.github.ecsdiscovery.generator.proof.discovery.DnsRegistration;
import io.github.ecsdiscovery.generator.proof.reach.Alias;
import io.github.ecsdiscovery.generator.proof.reach.ExternalIngress;
import io.github.ecsdiscovery.generator.proof.start.SecretGrant;
import io.github.ecsdiscovery.generator.proof.task.ContainerSummary;
import io.github.ecsdiscovery.generator.proof.task.InjectedSecret;
import io.github.ecsdiscovery.generator.proof.traffic.PermittedFlow;
import io.github.ecsdiscovery.generator.proof.traffic.RulePeer;
import io.github.ecsdiscovery.generator.proof.traffic.Traffic;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Prints the table of one service or load balancer. */
final class ServiceReport {
    private static final String OPEN_TO = "open to";
    private static final String REACHES = "reaches";
    private static final String IMAGE = "image";
    private static final String LOGS = "logs";
    private static final String NAME = "name";
    private static final String ANYWHERE = "0.0.0.0/0";

    private final String name;
    private final List<PermittedFlow> flows;
    private final ServiceNames serviceNames;
    private final TextTable table;

    ServiceReport(String name, List<PermittedFlow> flows, ServiceNames serviceNames) {
        this.name = name;
        this.flows = flows;
        this.serviceNames = serviceNames;
        this.table = new TextTable(name);
    }

    String of(ServiceProof service) {
        containers(service);
        task(service);
        secrets(service);
        names(service);
        service.fronts()
                .forEach(route -> table.sentence(
                        "behind",
                        route.balancer() + " on " + route.listener()
                                + (route.paths().isEmpty() ? " for all requests" : " for " + route.paths()) + ": "
                                + Phrase.of(route.trail().answer())));
        openTo(service.openings());
        reaches(service.aliases());
        service.outlets()
                .forEach(egress -> table.row(
                        REACHES,
                        egress.rule().peer().toString(),
                        egress.rule().traffic().toString(),
                        Phrase.route(egress),
                        Phrase.lines(egress.rule().line())));
        if (flows.stream().noneMatch(flow -> flow.from().equals(name))
                && service.outlets().isEmpty()) {
            table.sentence(REACHES, "nothing");
        }
        service.aliases().stream().filter(alias -> !isOpen(alias)).forEach(this::blockedAlias);
        service.aliases().stream().filter(this::isUnresolved).forEach(this::unresolvedAlias);
        return table.text();
    }

    String of(LoadBalancerProof balancer) {
        openTo(balancer.openings());
        reaches(List.of());
        balancer.out().stream()
                .filter(rule -> !(rule.peer() instanceof RulePeer.Group))
                .forEach(rule -> table.row(
                        REACHES, rule.peer().toString(), rule.traffic().toString(), "", Phrase.lines(rule.line())));
        return table.text();
    }

    /** Lists the containers and what each waits for, if there are several. */
    private void containers(ServiceProof service) {
        if (service.containers().size() < 2) {
            return;
        }
        for (ContainerSummary container : service.containers()) {
            String essential = container.essential() ? "" : ", may exit";
            String waits = container.waits().stream()
                    .map(wait -> wait.condition() + " of " + wait.container())
                    .collect(Collectors.joining(" and "));
            table.sentence(
                    "contains",
                    container.name() + essential + (waits.isEmpty() ? "" : "; waits for " + waits) + " ("
                            + Phrase.lines(container.line()) + ")");
        }
    }

    /** Lists the checks of whether tasks start, and the reasons why they do not. */
    private void task(ServiceProof service) {
        String address = service.publicAddress() ? "; each task has a public IP address" : "";
        table.sentence("runs in", String.join(", ", service.subnets()) + address);
        Map<String, String> targets = Map.of(
                IMAGE, "from " + String.join(" and ", service.registries()),
                LOGS, "to " + String.join(" and ", service.logGroups()));
        Map<String, CheckChain> chains = chains(service);
        int width = chains.values().stream()
                .mapToInt(chain -> Phrase.of(chain.answer()).length())
                .max()
                .orElse(0);
        chains.forEach((label, chain) -> {
            boolean hasRoute = chain.answer() != Tristate.NO && !chain.through().isEmpty();
            String remark = Stream.of(targets.getOrDefault(label, ""), hasRoute ? "through " + chain.through() : "")
                    .filter(part -> !part.isEmpty())
                    .collect(Collectors.joining(", "));
            table.sentence(
                    label,
                    WrappedText.padded(Phrase.of(chain.answer()), width) + (remark.isEmpty() ? "" : "  " + remark));
        });
        Stream.concat(chains.values().stream(), service.fronts().stream().map(route -> route.trail()))
                .flatMap(chain -> chain.obstacles().stream())
                .distinct()
                .forEach(check -> table.sentence("why", check.says() + " (" + Phrase.lines(check.line()) + ")"));
    }

    private static Map<String, CheckChain> chains(ServiceProof service) {
        Map<String, CheckChain> chains = new LinkedHashMap<>();
        chains.put(IMAGE, service.pulls());
        chains.put(LOGS, service.logs());
        if (service.fetches() != null) {
            chains.put("secrets", service.fetches());
        }
        if (service.sessions() != null) {
            chains.put("ECS Exec", service.sessions());
        }
        if (service.connects() != null) {
            chains.put("proxy", service.connects());
        }
        chains.put("DNS", service.resolves());
        chains.put("starts", service.starts());
        return chains;
    }

    /** Lists the secrets of the service, and everything that the execution role may read to get them. */
    private void secrets(ServiceProof service) {
        for (InjectedSecret secret : service.given()) {
            String key = secret.key().isEmpty() ? "" : secret.key() + " of ";
            table.sentence(
                    "variable",
                    secret.variable() + ": " + key + Phrase.arn(secret.arn()) + " (" + Phrase.lines(secret.line())
                            + ")");
        }
        for (SecretGrant grant : service.readings()) {
            table.sentence(
                    "may read",
                    Phrase.arn(grant.resource()) + " by " + grant.action() + " (" + Phrase.lines(grant.line()) + ")");
        }
    }

    private void names(ServiceProof service) {
        String ports = service.listening().stream().map(Traffic::toString).collect(Collectors.joining(", "));
        table.sentence("ports", ports.isEmpty() ? "none" : ports);
        for (DnsRegistration registration : service.names()) {
            String records = String.join(", ", registration.records());
            String port = registration.port().isEmpty() ? "" : " " + registration.port();
            table.sentence(
                    NAME, registration.host() + ": " + records + port + " (" + Phrase.lines(registration.line()) + ")");
        }
        if (service.names().isEmpty()) {
            table.sentence(NAME, "none");
        }
    }

    private void openTo(List<ExternalIngress> ingresses) {
        grouped(flows.stream().filter(flow -> flow.to().equals(name)).toList(), List.of(), OPEN_TO);
        ingresses.forEach(ingress -> table.row(
                OPEN_TO,
                ingress.rule().peer().toString(),
                ingress.rule().traffic().toString(),
                Phrase.origin(ingress),
                Phrase.lines(ingress.rule().line())));
        if (ingresses.isEmpty() && flows.stream().noneMatch(flow -> flow.to().equals(name))) {
            table.sentence(OPEN_TO, "nothing");
        }
    }

    private void reaches(List<Alias> aliases) {
        grouped(flows.stream().filter(flow -> flow.from().equals(name)).toList(), aliases, REACHES);
    }

    /** The properties that the flows in one row have in common. */
    private record RowKey(Traffic traffic, String remark, String lines) {}

    /** Adds one row for all flows that the same rules allow. */
    private void grouped(List<PermittedFlow> listed, List<Alias> aliases, String label) {
        Map<RowKey, List<PermittedFlow>> rows = listed.stream()
                .collect(Collectors.groupingBy(
                        flow -> new RowKey(
                                flow.traffic(),
                                addressRemark(flow),
                                label.equals(REACHES)
                                        ? Phrase.lines(
                                                flow.out().line(), flow.in().line())
                                        : Phrase.lines(
                                                flow.in().line(), flow.out().line())),
                        LinkedHashMap::new,
                        Collectors.toList()));
        rows.forEach((key, flowsOfRow) -> {
            List<String> others = flowsOfRow.stream()
                    .map(flow -> label.equals(REACHES) ? flow.to() : flow.from())
                    .toList();
            Set<String> aliasNames = new LinkedHashSet<>();
            for (PermittedFlow flow : flowsOfRow) {
                aliases.stream().filter(alias -> isFor(alias, flow)).forEach(alias -> aliasNames.add(phrase(alias)));
            }
            String as = aliasNames.isEmpty() ? "" : "as " + String.join(", ", aliasNames);
            String remark =
                    Stream.of(as, key.remark()).filter(part -> !part.isEmpty()).collect(Collectors.joining("; "));
            table.row(label, others(others), key.traffic().toString(), remark, key.lines());
        });
    }

    /** Returns the alias, and whether Service Connect resolves it instead of DNS. */
    private static String phrase(Alias alias) {
        return alias.name() + (alias.lookup().through().isEmpty() ? "" : " (Service Connect)");
    }

    private String others(List<String> others) {
        return others.equals(List.of(name)) ? "itself" : serviceNames.phrase(others);
    }

    /** Returns a remark if a rule allows an address range instead of a security group, or if the addresses are unknown. */
    private static String addressRemark(PermittedFlow flow) {
        boolean isSure = flow.answer() == Tristate.YES;
        String ranges = Stream.of(flow.out().peer(), flow.in().peer())
                .skip(isSure ? 1 : 0)
                .filter(peer -> !(peer instanceof RulePeer.Group))
                .map(RulePeer::toString)
                .filter(peer -> isSure || !peer.equals(ANYWHERE))
                .distinct()
                .collect(Collectors.joining(" and "));
        return (isSure ? "" : "possibly ") + (ranges.isEmpty() ? "" : "as an address of " + ranges);
    }

    private boolean isOpen(Alias alias) {
        return flows.stream().anyMatch(flow -> flow.from().equals(name) && isFor(alias, flow));
    }

    private static boolean isFor(Alias alias, PermittedFlow flow) {
        return alias.callee().equals(flow.to()) && flow.traffic().has(alias.port());
    }

    /** Returns whether the security groups allow the call, but the name does not resolve to the service. */
    private boolean isUnresolved(Alias alias) {
        return isOpen(alias) && alias.lookup().answer() == Tristate.NO;
    }

    private void unresolvedAlias(Alias alias) {
        call(alias, "whose name does not resolve; " + reason(alias));
    }

    private void blockedAlias(Alias alias) {
        String otherStack = alias.host().contains("${")
                ? "which may be a service of another stack"
                : "which is not a service of this template";
        call(alias, alias.callee().isEmpty() ? otherStack : "which is blocked; " + reason(alias));
    }

    private String reason(Alias alias) {
        return "`explain CONFIG " + name + " " + alias.callee() + "` prints the reason";
    }

    private void call(Alias alias, String remark) {
        table.sentence(
                "calls",
                alias.name() + " at " + alias.host() + ":" + alias.port() + ", " + remark + " ("
                        + Phrase.lines(alias.line()) + ")");
    }
}
