package io.github.ecsdiscovery.generator.proof.discovery;

import io.github.ecsdiscovery.generator.proof.check.Check;
import io.github.ecsdiscovery.generator.proof.check.CheckChain;
import io.github.ecsdiscovery.generator.proof.check.Tristate;
import io.github.ecsdiscovery.generator.proof.network.DeployedNamespace;
import io.github.ecsdiscovery.generator.proof.task.DeployedContainer;
import io.github.ecsdiscovery.generator.proof.task.DeployedTask;
import io.github.ecsdiscovery.generator.template.Template;
import io.github.ecsdiscovery.generator.template.TemplateNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the proxies of ECS Service Connect know: who has one, and to whom they lead. */
public final class ServiceConnectProxies {
    /** The way by which they lead, in words. */
    static final String WAY = "Service Connect";

    private static final Pattern NAMESPACE_ARN =
            Pattern.compile("arn:[^:]*(?:::[^:]*)*:servicediscovery:.*:namespace/(.+)");

    private final Template template;
    private final List<Endpoint> endpoints = new ArrayList<>();

    /**
     * A port that proxies lead to.
     *
     * @param namespace the namespace's logical id, or what names it
     * @param host the client alias
     * @param port of the client alias
     * @param portName of the port mapping
     * @param discoveryName of the Cloud Map service that ECS makes
     * @param said what the template says of it
     */
    record Endpoint(
            DeployedTask task,
            String namespace,
            String host,
            String port,
            String portName,
            String discoveryName,
            TemplateNode said) {
        boolean isAt(String name, String number) {
            return host.equals(name) && port.equals(number);
        }

        boolean isNamedAs(Endpoint other) {
            return namespace.equals(other.namespace)
                    && (discoveryName.equals(other.discoveryName) || isAt(other.host, other.port));
        }
    }

    public ServiceConnectProxies(Template template, List<DeployedTask> tasks) {
        this.template = template;
        for (DeployedTask task : tasks) {
            if (has(task)) {
                said(task).at("Services").items().forEach(one -> endpoints.add(endpoint(task, one)));
            }
        }
    }

    private Endpoint endpoint(DeployedTask task, TemplateNode said) {
        String portName = template.text(said.at("PortName"));
        String discovery = template.text(said.at("DiscoveryName"));
        String discoveryName = discovery.isEmpty() ? portName : discovery;
        TemplateNode alias =
                said.at("ClientAliases").items().stream().findFirst().orElse(new TemplateNode.None(said.line()));
        String host = template.text(alias.at("DnsName"));
        String namespace = namespace(task);
        String domain = DeployedNamespace.of(template, namespace, said.line()).domain();
        return new Endpoint(
                task,
                namespace,
                host.isEmpty() ? discoveryName + "." + domain : host,
                template.text(alias.at("Port")),
                portName,
                discoveryName,
                said);
    }

    /** What a service says of it. */
    public static TemplateNode said(DeployedTask task) {
        return task.service().at("ServiceConnectConfiguration");
    }

    /** Whether each of its tasks has a proxy. */
    boolean has(DeployedTask task) {
        return template.text(said(task).at("Enabled")).equals("true");
    }

    /** The namespace that a service is in, by its id; empty where it says none. */
    String namespace(DeployedTask task) {
        TemplateNode said = said(task).at("Namespace");
        String id = template.id(said, "Arn");
        Matcher arn = NAMESPACE_ARN.matcher(id);
        return arn.matches() ? template.id(new TemplateNode.Text(arn.group(1), said.line()), "Ref", "Id") : id;
    }

    List<Endpoint> all() {
        return endpoints;
    }

    /** The names by which a service is found. */
    List<DnsRegistration> names() {
        return endpoints.stream()
                .map(one -> new DnsRegistration(
                        one.task().name(),
                        one.host(),
                        List.of(WAY),
                        one.port(),
                        one.said().line()))
                .toList();
    }

    /**
     * How a task's proxy leads to a name; empty where it knows none such, so that DNS is asked.
     *
     * @param isInDns whether DNS knows the name too, which is asked where the proxy may have started too early
     */
    Optional<CheckChain> lookup(DeployedTask from, String host, String port, boolean isInDns, int line) {
        List<Endpoint> known =
                endpoints.stream().filter(one -> one.host().equals(host)).toList();
        List<Endpoint> mates = known.stream()
                .filter(one -> has(from) && one.namespace().equals(namespace(from)))
                .toList();
        if (mates.isEmpty()) {
            return known.isEmpty() || isInDns
                    ? Optional.empty()
                    : Optional.of(CheckChain.of(stranger(from, known, host)));
        }
        Endpoint first = mates.get(0);
        boolean isItself = first.task().name().equals(from.name());
        boolean waits = template.before(from.service().id())
                .contains(first.task().service().id());
        if (isInDns && (isItself || !waits)) {
            return Optional.empty();
        }
        List<Check> hops = new ArrayList<>();
        hops.add(new Check(
                "proxy",
                Tristate.YES,
                "each task of " + from.service().id() + " has a proxy of Service Connect",
                "",
                said(from).line()));
        hops.add(mates.stream()
                .filter(one -> one.isAt(host, port))
                .findFirst()
                .map(this::endpoint)
                .orElseGet(() -> Check.no("endpoint", "Service Connect has no " + host + " at " + port, line)));
        if (isItself) {
            String says = "whether the first tasks of " + from.service().id() + " know their own service is not told";
            hops.add(Check.unknown("order", says, line));
        } else if (!waits) {
            String says = from.service().id() + " does not wait for "
                    + first.task().service().id() + ", which its proxies may not know";
            hops.add(Check.no("order", says, from.service().line()));
        }
        return Optional.of(CheckChain.by(WAY, hops));
    }

    private static Check stranger(DeployedTask from, List<Endpoint> known, String host) {
        String says = host + " is known to Service Connect alone, of which "
                + from.service().id() + " has no part in that namespace";
        return Check.no("proxy", says, known.get(0).said().line());
    }

    private Check endpoint(Endpoint one) {
        String says = one.host() + " at " + one.port() + " is " + one.portName() + " of "
                + one.task().service().id();
        return new Check(
                "endpoint",
                Tristate.YES,
                says,
                one.task().service().id(),
                one.said().line());
    }

    /** Whether ECS takes what a service says. */
    List<Check> refusals(DeployedTask task) {
        if (!has(task)) {
            return List.of();
        }
        List<Check> hops = new ArrayList<>(namespaceOf(task));
        for (Endpoint one :
                endpoints.stream().filter(one -> one.task().equals(task)).toList()) {
            int line = one.said().line();
            hops.addAll(mapping(task, one));
            if (one.said().at("ClientAliases").items().size() != 1 || one.port().isEmpty()) {
                hops.add(Check.no("endpoint", one.portName() + " has not one client alias with a port", line));
            }
            endpoints.stream()
                    .filter(other -> !other.equals(one) && other.isNamedAs(one))
                    .forEach(other -> hops.add(Check.no(
                            "endpoint",
                            one.discoveryName() + " and " + other.discoveryName() + " of "
                                    + other.task().service().id() + " have one name",
                            line)));
            if (isTaken(one)) {
                String says = one.discoveryName() + " is a service of the namespace already";
                hops.add(Check.no("endpoint", says, line));
            }
        }
        return hops;
    }

    private List<Check> namespaceOf(DeployedTask task) {
        String id = namespace(task);
        TemplateNode said = said(task).at("Namespace");
        if (id.isEmpty()) {
            String says = "which namespace " + task.service().id() + " is in is not told";
            return List.of(Check.unknown("namespace", says, said(task).line()));
        }
        boolean isThere = template.all().stream()
                .anyMatch(one -> one.id().equals(id) && one.type().endsWith("Namespace"));
        boolean isElsewhere = !template.knows(id) && (!id.startsWith("${") || id.contains("-"));
        return isThere || isElsewhere
                ? List.of()
                : List.of(Check.no("namespace", "Namespace is not the ARN or name of a namespace", said.line()));
    }

    private List<Check> mapping(DeployedTask task, Endpoint one) {
        int line = one.said().line();
        Optional<DeployedContainer.Listening> mapping = task.listening().stream()
                .filter(port -> port.name().equals(one.portName()))
                .findFirst();
        if (mapping.isEmpty()) {
            return List.of(Check.no("endpoint", "no port mapping is called " + one.portName(), line));
        }
        DeployedContainer.Listening port = mapping.get();
        if (!port.traffic().protocol().equals("tcp")) {
            return List.of(Check.no("endpoint", one.portName() + " is not tcp, which Service Connect needs", line));
        }
        boolean seesRequests = !port.appProtocol().isEmpty();
        return one.said().at("Timeout", "PerRequestTimeoutSeconds").isThere() && !seesRequests
                ? List.of(Check.no("endpoint", one.portName() + " has a timeout of requests, and no AppProtocol", line))
                : List.of();
    }

    /** A Cloud Map service of the template has the name that ECS would make. */
    private boolean isTaken(Endpoint one) {
        return template.all("AWS::ServiceDiscovery::Service").stream()
                .filter(service ->
                        template.id(service.at("NamespaceId"), "Ref", "Id").equals(one.namespace()))
                .anyMatch(service -> template.text(service.at("Name")).equalsIgnoreCase(one.discoveryName()));
    }
}
