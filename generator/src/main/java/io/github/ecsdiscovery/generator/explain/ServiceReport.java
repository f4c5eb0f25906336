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
        service.external()
                .loadBalancers()
                .forEach(route -> table.sentence(
                        "behind",
                        route.loadBalancer() + " on " + route.listener()
                                + (route.conditions().isEmpty() ? " for all requests" : " for " + route.conditions())
                                + ": "
                                + Phrase.of(route.path().result())));
        openTo(service.external().ingress());
        reaches(service.discovery().aliases());
        service.external()
                .egress()
                .forEach(egress -> table.row(
                        REACHES,
                        egress.rule().peer().toString(),
                        egress.rule().traffic().toString(),
                        Phrase.route(egress),
                        Phrase.lines(egress.rule().line())));
        if (flows.stream().noneMatch(flow -> flow.from().equals(name))
                && service.external().egress().isEmpty()) {
            table.sentence(REACHES, "nothing");
        }
        service.discovery().aliases().stream().filter(alias -> !isOpen(alias)).forEach(this::blockedAlias);
        service.discovery().aliases().stream().filter(this::isUnresolved).forEach(this::unresolvedAlias);
        return table.text();
    }

    String of(LoadBalancerProof balancer) {
        openTo(balancer.externalIngress());
        reaches(List.of());
        balancer.egress().stream()
                .filter(rule -> !(rule.peer() instanceof RulePeer.Group))
                .forEach(rule -> table.row(
                        REACHES, rule.peer().toString(), rule.traffic().toString(), "", Phrase.lines(rule.line())));
        return table.text();
    }

    /** Lists the containers and what each waits for, if there are several. */
    private void containers(ServiceProof service) {
        if (service.tasks().containers().size() < 2) {
            return;
        }
        for (ContainerSummary container : service.tasks().containers()) {
            String essential = container.essential() ? "" : ", may exit";
            String waits = container.dependencies().stream()
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
        String address = service.placement().publicAddress() ? "; each task has a public IP address" : "";
        table.sentence("runs in", String.join(", ", service.placement().subnets()) + address);
        Map<String, String> targets = Map.of(
                IMAGE, "from " + String.join(" and ", service.tasks().registries()),
                LOGS, "to " + String.join(" and ", service.tasks().logGroups()));
        Map<String, CheckChain> chains = chains(service);
        int width = chains.values().stream()
                .mapToInt(chain -> Phrase.of(chain.result()).length())
                .max()
                .orElse(0);
        chains.forEach((label, chain) -> {
            boolean hasRoute = chain.result() != Tristate.NO && !chain.viaText().isEmpty();
            String remark = Stream.of(targets.getOrDefault(label, ""), hasRoute ? "through " + chain.viaText() : "")
                    .filter(part -> !part.isEmpty())
                    .collect(Collectors.joining(", "));
            table.sentence(
                    label,
                    WrappedText.padded(Phrase.of(chain.result()), width) + (remark.isEmpty() ? "" : "  " + remark));
        });
        Stream.concat(
                        chains.values().stream(),
                        service.external().loadBalancers().stream().map(route -> route.path()))
                .flatMap(chain -> chain.obstacles().stream())
                .distinct()
                .forEach(check -> table.sentence("why", check.finding() + " (" + Phrase.lines(check.line()) + ")"));
    }

    private static Map<String, CheckChain> chains(ServiceProof service) {
        Map<String, CheckChain> chains = new LinkedHashMap<>();
        chains.put(IMAGE, service.startup().pulls());
        chains.put(LOGS, service.startup().logs());
        if (service.startup().secrets() != null) {
            chains.put("secrets", service.startup().secrets());
        }
        if (service.startup().ecsExec() != null) {
            chains.put("ECS Exec", service.startup().ecsExec());
        }
        if (service.startup().proxy() != null) {
            chains.put("proxy", service.startup().proxy());
        }
        chains.put("DNS", service.startup().dns());
        chains.put("starts", service.startup().starts());
        return chains;
    }

    /** Lists the secrets of the service, and everything that the execution role may read to get them. */
    private void secrets(ServiceProof service) {
        for (InjectedSecret secret : service.secrets().injected()) {
            String key = secret.key().isEmpty() ? "" : secret.key() + " of ";
            table.sentence(
                    "variable",
                    secret.variable() + ": " + key + Phrase.arn(secret.arn()) + " (" + Phrase.lines(secret.line())
                            + ")");
        }
        for (SecretGrant grant : service.secrets().grants()) {
            table.sentence(
                    "may read",
                    Phrase.arn(grant.resource()) + " by " + grant.action() + " (" + Phrase.lines(grant.line()) + ")");
        }
    }

    private void names(ServiceProof service) {
        String ports = service.tasks().ports().stream().map(Traffic::toString).collect(Collectors.joining(", "));
        table.sentence("ports", ports.isEmpty() ? "none" : ports);
        for (DnsRegistration registration : service.discovery().names()) {
            String records = String.join(", ", registration.records());
            String port = registration.port().isEmpty() ? "" : " " + registration.port();
            table.sentence(
                    NAME, registration.host() + ": " + records + port + " (" + Phrase.lines(registration.line()) + ")");
        }
        if (service.discovery().names().isEmpty()) {
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
                                                flow.egress().line(),
                                                flow.ingress().line())
                                        : Phrase.lines(
                                                flow.ingress().line(),
                                                flow.egress().line())),
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
        return alias.name() + (alias.lookup().viaText().isEmpty() ? "" : " (Service Connect)");
    }

    private String others(List<String> others) {
        return others.equals(List.of(name)) ? "itself" : serviceNames.phrase(others);
    }

    /** Returns a remark if a rule allows an address range instead of a security group, or if the addresses are unknown. */
    private static String addressRemark(PermittedFlow flow) {
        boolean isSure = flow.certainty() == Tristate.YES;
        String ranges = Stream.of(flow.egress().peer(), flow.ingress().peer())
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
        return alias.callee().equals(flow.to()) && flow.traffic().includesPort(alias.port());
    }

    /** Returns whether the security groups allow the call, but the name does not resolve to the service. */
    private boolean isUnresolved(Alias alias) {
        return isOpen(alias) && alias.lookup().result() == Tristate.NO;
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
