package io.github.ecsdiscovery.generator.explain;

import io.github.ecsdiscovery.generator.proof.LoadBalancerProof;
import io.github.ecsdiscovery.generator.proof.ServiceProof;
import io.github.ecsdiscovery.generator.proof.check.Check;
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

/** The table of one service or load balancer. */
final class ServiceReport {
    private static final String OPEN_TO = "open to";
    private static final String REACHES = "reaches";
    private static final String ANYWHERE = "0.0.0.0/0";

    private final String name;
    private final List<PermittedFlow> flows;
    private final ServiceNames everybody;
    private final TextTable table;

    ServiceReport(String name, List<PermittedFlow> flows, ServiceNames everybody) {
        this.name = name;
        this.flows = flows;
        this.everybody = everybody;
        this.table = new TextTable(name);
    }

    String of(ServiceProof one) {
        containers(one);
        task(one);
        secrets(one);
        names(one);
        one.external()
                .loadBalancers()
                .forEach(front -> table.say(
                        "behind",
                        front.loadBalancer() + " at " + front.listener()
                                + (front.conditions().isEmpty() ? " for everything" : " for " + front.conditions())
                                + ": "
                                + Phrase.of(front.path().result())));
        openTo(one.external().ingress());
        reaches(one.discovery().aliases());
        one.external()
                .egress()
                .forEach(outlet -> table.row(
                        REACHES,
                        outlet.rule().peer().toString(),
                        outlet.rule().traffic().toString(),
                        Phrase.way(outlet),
                        Phrase.lines(outlet.rule().line())));
        if (flows.stream().noneMatch(flow -> flow.from().equals(name))
                && one.external().egress().isEmpty()) {
            table.say(REACHES, "nobody");
        }
        one.discovery().aliases().stream().filter(alias -> !isOpen(alias)).forEach(this::lost);
        one.discovery().aliases().stream().filter(this::isUnknown).forEach(this::unknown);
        return table.text();
    }

    String of(LoadBalancerProof one) {
        openTo(one.externalIngress());
        reaches(List.of());
        one.egress().stream()
                .filter(rule -> !(rule.peer() instanceof RulePeer.Group))
                .forEach(rule -> table.row(
                        REACHES, rule.peer().toString(), rule.traffic().toString(), "", Phrase.lines(rule.line())));
        return table.text();
    }

    /** Its containers, where there are several, and what each waits for. */
    private void containers(ServiceProof one) {
        for (ContainerSummary container :
                one.tasks().containers().size() > 1 ? one.tasks().containers() : List.<ContainerSummary>of()) {
            String ends = container.essential() ? "" : ", which may end";
            String waits = container.dependencies().stream()
                    .map(wait -> wait.condition() + " of " + wait.container())
                    .collect(Collectors.joining(" and "));
            table.say(
                    "contains",
                    container.name() + ends + (waits.isEmpty() ? "" : "; waits for " + waits) + " ("
                            + Phrase.lines(container.line()) + ")");
        }
    }

    /** Whether its tasks come up, and what is in the way. */
    private void task(ServiceProof one) {
        String address = one.placement().publicAddress() ? "; each task has a public address" : "";
        table.say("runs in", String.join(", ", one.placement().subnets()) + address);
        Map<String, String> ends = Map.of(
                "pulls", "from " + String.join(" and ", one.tasks().registries()),
                "logs", "to " + String.join(" and ", one.tasks().logGroups()));
        Map<String, CheckChain> trails = new LinkedHashMap<>();
        trails.put("pulls", one.startup().pulls());
        trails.put("logs", one.startup().logs());
        if (one.startup().secrets() != null) {
            trails.put("fetches", one.startup().secrets());
        }
        if (one.startup().ecsExec() != null) {
            trails.put("exec", one.startup().ecsExec());
        }
        if (one.startup().proxy() != null) {
            trails.put("proxy", one.startup().proxy());
        }
        trails.put("resolves", one.startup().dns());
        trails.put("starts", one.startup().starts());
        int width = trails.values().stream()
                .mapToInt(trail -> Phrase.of(trail.result()).length())
                .max()
                .orElse(0);
        trails.forEach((label, trail) -> {
            boolean leads = trail.result() != Tristate.NO && !trail.viaText().isEmpty();
            String remark = Stream.of(ends.getOrDefault(label, ""), leads ? "through " + trail.viaText() : "")
                    .filter(part -> !part.isEmpty())
                    .collect(Collectors.joining(", "));
            table.say(
                    label,
                    WrappedText.padded(Phrase.of(trail.result()), width) + (remark.isEmpty() ? "" : "  " + remark));
        });
        Stream.concat(
                        trails.values().stream(),
                        one.external().loadBalancers().stream().map(front -> front.path()))
                .flatMap(trail -> trail.obstacles().stream())
                .distinct()
                .forEach(this::obstacle);
    }

    /** Its secrets, and all that ECS may read to get them. */
    private void secrets(ServiceProof one) {
        for (InjectedSecret given : one.secrets().injected()) {
            String part = given.key().isEmpty() ? "" : given.key() + " of ";
            table.say(
                    "is given",
                    given.variable() + ": " + part + Phrase.arn(given.arn()) + " (" + Phrase.lines(given.line()) + ")");
        }
        for (SecretGrant reading : one.secrets().grants()) {
            table.say(
                    "may read",
                    Phrase.arn(reading.resource()) + " by " + reading.action() + " (" + Phrase.lines(reading.line())
                            + ")");
        }
    }

    private void obstacle(Check hop) {
        table.say("why", hop.finding() + " (" + Phrase.lines(hop.line()) + ")");
    }

    private void names(ServiceProof one) {
        if (one.tasks().ports().isEmpty()) {
            table.say("listens", "nowhere");
        } else {
            String ports = one.tasks().ports().stream().map(Traffic::toString).collect(Collectors.joining(", "));
            table.say("listens", "at " + ports);
        }
        for (DnsRegistration registered : one.discovery().names()) {
            String records = String.join(", ", registered.records());
            String port = registered.port().isEmpty() ? "" : " " + registered.port();
            table.say(
                    "found as",
                    registered.host() + ": " + records + port + " (" + Phrase.lines(registered.line()) + ")");
        }
        if (one.discovery().names().isEmpty()) {
            table.say("found as", "no name");
        }
    }

    private void openTo(List<ExternalIngress> openings) {
        grouped(flows.stream().filter(flow -> flow.to().equals(name)).toList(), List.of(), OPEN_TO);
        openings.forEach(opening -> table.row(
                OPEN_TO,
                opening.rule().peer().toString(),
                opening.rule().traffic().toString(),
                Phrase.origin(opening),
                Phrase.lines(opening.rule().line())));
        if (openings.isEmpty() && flows.stream().noneMatch(flow -> flow.to().equals(name))) {
            table.say(OPEN_TO, "nobody");
        }
    }

    private void reaches(List<Alias> aliases) {
        grouped(flows.stream().filter(flow -> flow.from().equals(name)).toList(), aliases, REACHES);
    }

    /** What flows have in common. */
    private record Kind(Traffic traffic, String how, String lines) {}

    /** A row for all flows that the same rules make. */
    private void grouped(List<PermittedFlow> some, List<Alias> aliases, String label) {
        Map<Kind, List<PermittedFlow>> kinds = some.stream()
                .collect(Collectors.groupingBy(
                        flow -> new Kind(
                                flow.traffic(),
                                how(flow),
                                label.equals(REACHES)
                                        ? Phrase.lines(
                                                flow.egress().line(),
                                                flow.ingress().line())
                                        : Phrase.lines(
                                                flow.ingress().line(),
                                                flow.egress().line())),
                        LinkedHashMap::new,
                        Collectors.toList()));
        kinds.forEach((kind, alike) -> {
            List<String> others = alike.stream()
                    .map(flow -> label.equals(REACHES) ? flow.to() : flow.from())
                    .toList();
            Set<String> called = new LinkedHashSet<>();
            for (PermittedFlow flow : alike) {
                aliases.stream().filter(alias -> isFor(alias, flow)).forEach(alias -> called.add(spoken(alias)));
            }
            String as = called.isEmpty() ? "" : "as " + String.join(", ", called);
            String remark =
                    Stream.of(as, kind.how()).filter(part -> !part.isEmpty()).collect(Collectors.joining("; "));
            table.row(label, others(others), kind.traffic().toString(), remark, kind.lines());
        });
    }

    /** The alias, and whether Service Connect leads where it says, and not DNS. */
    private static String spoken(Alias alias) {
        return alias.name() + (alias.lookup().viaText().isEmpty() ? "" : " by proxy");
    }

    private String others(List<String> others) {
        return others.equals(List.of(name)) ? "itself" : everybody.named(others);
    }

    /** What is worth a word: that it is let in as an address, not as who it is, or that it hangs on addresses. */
    private static String how(PermittedFlow flow) {
        boolean isSure = flow.certainty() == Tristate.YES;
        String by = Stream.of(flow.egress().peer(), flow.ingress().peer())
                .skip(isSure ? 1 : 0)
                .filter(peer -> !(peer instanceof RulePeer.Group))
                .map(RulePeer::toString)
                .filter(peer -> isSure || !peer.equals(ANYWHERE))
                .distinct()
                .collect(Collectors.joining(" and "));
        return (isSure ? "" : "perhaps ") + (by.isEmpty() ? "" : "as an address of " + by);
    }

    private boolean isOpen(Alias alias) {
        return flows.stream().anyMatch(flow -> flow.from().equals(name) && isFor(alias, flow));
    }

    private static boolean isFor(Alias alias, PermittedFlow flow) {
        return alias.callee().equals(flow.to()) && flow.traffic().includesPort(alias.port());
    }

    /** Whether no way leads from its name to a service that is open. */
    private boolean isUnknown(Alias alias) {
        return isOpen(alias) && alias.lookup().result() == Tristate.NO;
    }

    private void unknown(Alias alias) {
        table.say(
                "is told",
                alias.name() + " is " + alias.host() + " at " + alias.port() + ", which leads nowhere: `explain CONFIG "
                        + name + " " + alias.callee() + "` says why (" + Phrase.lines(alias.line()) + ")");
    }

    private void lost(Alias alias) {
        String who = alias.callee().isEmpty()
                ? (alias.host().contains("${")
                        ? "which another stack may know"
                        : "which is no service of this template")
                : "which is shut; `explain CONFIG " + name + " " + alias.callee() + "` says where";
        table.say(
                "is told",
                alias.name() + " is " + alias.host() + " at " + alias.port() + ", " + who + " ("
                        + Phrase.lines(alias.line()) + ")");
    }
}
