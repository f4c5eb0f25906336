package io.github.ecsdiscovery.generator.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the proxies of ECS Service Connect know: who has one, and to whom they lead. */
final class Proxies {
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
            Task task, String namespace, String host, String port, String portName, String discoveryName, Tree said) {
        boolean isAt(String name, String number) {
            return host.equals(name) && port.equals(number);
        }

        boolean isNamedAs(Endpoint other) {
            return namespace.equals(other.namespace)
                    && (discoveryName.equals(other.discoveryName) || isAt(other.host, other.port));
        }
    }

    Proxies(Template template, List<Task> tasks) {
        this.template = template;
        for (Task task : tasks) {
            if (has(task)) {
                said(task).at("Services").items().forEach(one -> endpoints.add(endpoint(task, one)));
            }
        }
    }

    private Endpoint endpoint(Task task, Tree said) {
        String portName = template.text(said.at("PortName"));
        String discovery = template.text(said.at("DiscoveryName"));
        String discoveryName = discovery.isEmpty() ? portName : discovery;
        Tree alias = said.at("ClientAliases").items().stream().findFirst().orElse(new Tree.None(said.line()));
        String host = template.text(alias.at("DnsName"));
        String namespace = namespace(task);
        String domain = Namespace.of(template, namespace, said.line()).domain();
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
    static Tree said(Task task) {
        return task.service().at("ServiceConnectConfiguration");
    }

    /** Whether each of its tasks has a proxy. */
    boolean has(Task task) {
        return template.text(said(task).at("Enabled")).equals("true");
    }

    /** The namespace that a service is in, by its id; empty where it says none. */
    String namespace(Task task) {
        Tree said = said(task).at("Namespace");
        String id = template.id(said, "Arn");
        Matcher arn = NAMESPACE_ARN.matcher(id);
        return arn.matches() ? template.id(new Tree.Text(arn.group(1), said.line()), "Ref", "Id") : id;
    }

    List<Endpoint> all() {
        return endpoints;
    }

    /** The names by which a service is found. */
    List<Registered> names() {
        return endpoints.stream()
                .map(one -> new Registered(
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
    Optional<Trail> lookup(Task from, String host, String port, boolean isInDns, int line) {
        List<Endpoint> known =
                endpoints.stream().filter(one -> one.host().equals(host)).toList();
        List<Endpoint> mates = known.stream()
                .filter(one -> has(from) && one.namespace().equals(namespace(from)))
                .toList();
        if (mates.isEmpty()) {
            return known.isEmpty() || isInDns ? Optional.empty() : Optional.of(Trail.of(stranger(from, known, host)));
        }
        Endpoint first = mates.get(0);
        boolean isItself = first.task().name().equals(from.name());
        boolean waits = template.before(from.service().id())
                .contains(first.task().service().id());
        if (isInDns && (isItself || !waits)) {
            return Optional.empty();
        }
        List<Hop> hops = new ArrayList<>();
        hops.add(new Hop(
                "proxy",
                Answer.YES,
                "each task of " + from.service().id() + " has a proxy of Service Connect",
                "",
                said(from).line()));
        hops.add(mates.stream()
                .filter(one -> one.isAt(host, port))
                .findFirst()
                .map(this::endpoint)
                .orElseGet(() -> Hop.no("endpoint", "Service Connect has no " + host + " at " + port, line)));
        if (isItself) {
            String says = "whether the first tasks of " + from.service().id() + " know their own service is not told";
            hops.add(Hop.unknown("order", says, line));
        } else if (!waits) {
            String says = from.service().id() + " does not wait for "
                    + first.task().service().id() + ", which its proxies may not know";
            hops.add(Hop.no("order", says, from.service().line()));
        }
        return Optional.of(Trail.by(WAY, hops));
    }

    private static Hop stranger(Task from, List<Endpoint> known, String host) {
        String says = host + " is known to Service Connect alone, of which "
                + from.service().id() + " has no part in that namespace";
        return Hop.no("proxy", says, known.get(0).said().line());
    }

    private Hop endpoint(Endpoint one) {
        String says = one.host() + " at " + one.port() + " is " + one.portName() + " of "
                + one.task().service().id();
        return new Hop(
                "endpoint",
                Answer.YES,
                says,
                one.task().service().id(),
                one.said().line());
    }

    /** Whether ECS takes what a service says. */
    List<Hop> refusals(Task task) {
        if (!has(task)) {
            return List.of();
        }
        List<Hop> hops = new ArrayList<>(namespaceOf(task));
        for (Endpoint one :
                endpoints.stream().filter(one -> one.task().equals(task)).toList()) {
            int line = one.said().line();
            hops.addAll(mapping(task, one));
            if (one.said().at("ClientAliases").items().size() != 1 || one.port().isEmpty()) {
                hops.add(Hop.no("endpoint", one.portName() + " has not one client alias with a port", line));
            }
            endpoints.stream()
                    .filter(other -> !other.equals(one) && other.isNamedAs(one))
                    .forEach(other -> hops.add(Hop.no(
                            "endpoint",
                            one.discoveryName() + " and " + other.discoveryName() + " of "
                                    + other.task().service().id() + " have one name",
                            line)));
            if (isTaken(one)) {
                String says = one.discoveryName() + " is a service of the namespace already";
                hops.add(Hop.no("endpoint", says, line));
            }
        }
        return hops;
    }

    private List<Hop> namespaceOf(Task task) {
        String id = namespace(task);
        Tree said = said(task).at("Namespace");
        if (id.isEmpty()) {
            String says = "which namespace " + task.service().id() + " is in is not told";
            return List.of(Hop.unknown("namespace", says, said(task).line()));
        }
        boolean isThere = template.all().stream()
                .anyMatch(one -> one.id().equals(id) && one.type().endsWith("Namespace"));
        boolean isElsewhere = !template.knows(id) && (!id.startsWith("${") || id.contains("-"));
        return isThere || isElsewhere
                ? List.of()
                : List.of(Hop.no("namespace", "Namespace is not the ARN or name of a namespace", said.line()));
    }

    private List<Hop> mapping(Task task, Endpoint one) {
        int line = one.said().line();
        Optional<Container.Listening> mapping = task.listening().stream()
                .filter(port -> port.name().equals(one.portName()))
                .findFirst();
        if (mapping.isEmpty()) {
            return List.of(Hop.no("endpoint", "no port mapping is called " + one.portName(), line));
        }
        Container.Listening port = mapping.get();
        if (!port.traffic().protocol().equals("tcp")) {
            return List.of(Hop.no("endpoint", one.portName() + " is not tcp, which Service Connect needs", line));
        }
        boolean seesRequests = !port.appProtocol().isEmpty();
        return one.said().at("Timeout", "PerRequestTimeoutSeconds").isThere() && !seesRequests
                ? List.of(Hop.no("endpoint", one.portName() + " has a timeout of requests, and no AppProtocol", line))
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
