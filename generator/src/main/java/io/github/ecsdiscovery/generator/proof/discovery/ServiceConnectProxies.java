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

/**
 * Answers which tasks have a proxy of ECS Service Connect, and which names the proxies resolve.
 *
 * <p>A proxy knows the endpoints of its namespace that existed when its task was deployed, so a caller must be created after
 * its callee. ECS applies these rules to the configuration:
 *
 * <ul>
 *   <li>Each endpoint names a TCP port mapping and has one client alias with a port.
 *   <li>Names are unique in the namespace. ECS creates a Cloud Map service for each endpoint, which must not exist yet.
 *   <li>A request timeout requires an {@code appProtocol}.
 * </ul>
 *
 * <p>Source: the page "Use Service Connect to connect Amazon ECS services with short names" of the Amazon ECS Developer Guide.
 */
public final class ServiceConnectProxies {
    /** The name of the mechanism in reports. */
    static final String NAME = "Service Connect";

    private static final Pattern NAMESPACE_ARN =
            Pattern.compile("arn:[^:]*(?:::[^:]*)*:servicediscovery:.*:namespace/(.+)");

    private final Template template;
    private final List<Endpoint> endpoints = new ArrayList<>();

    /**
     * A port that proxies forward to.
     *
     * @param namespace the logical id of the namespace, or the text that names it
     * @param host the DNS name of the client alias
     * @param port the port of the client alias
     * @param portName the name of the port mapping
     * @param discoveryName the name of the Cloud Map service that ECS creates
     * @param node the entry of {@code Services} in the template
     */
    private record Endpoint(
            DeployedTask task,
            String namespace,
            String host,
            String port,
            String portName,
            String discoveryName,
            TemplateNode node) {
        boolean isAt(String otherHost, String otherPort) {
            return host.equals(otherHost) && port.equals(otherPort);
        }

        boolean hasSameName(Endpoint other) {
            return namespace.equals(other.namespace)
                    && (discoveryName.equals(other.discoveryName) || isAt(other.host, other.port));
        }
    }

    /**
     * A host and port that a service calls.
     *
     * @param line the line where the caller's template names the host
     */
    record Target(String host, String port, int line) {}

    public ServiceConnectProxies(Template template, List<DeployedTask> tasks) {
        this.template = template;
        for (DeployedTask task : tasks) {
            if (hasProxy(task)) {
                configuration(task).at("Services").items().forEach(node -> endpoints.add(endpoint(task, node)));
            }
        }
    }

    private Endpoint endpoint(DeployedTask task, TemplateNode node) {
        String portName = template.text(node.at("PortName"));
        String configuredName = template.text(node.at("DiscoveryName"));
        String discoveryName = configuredName.isEmpty() ? portName : configuredName;
        TemplateNode alias =
                node.at("ClientAliases").items().stream().findFirst().orElse(new TemplateNode.Missing(node.line()));
        String host = template.text(alias.at("DnsName"));
        String namespace = namespace(task);
        String domain = DeployedNamespace.of(template, namespace, node.line()).domain();
        return new Endpoint(
                task,
                namespace,
                host.isEmpty() ? discoveryName + "." + domain : host,
                template.text(alias.at("Port")),
                portName,
                discoveryName,
                node);
    }

    /** Returns the value of {@code ServiceConnectConfiguration}. */
    public static TemplateNode configuration(DeployedTask task) {
        return task.service().at("ServiceConnectConfiguration");
    }

    /** Returns whether each task of a service has a proxy. */
    boolean hasProxy(DeployedTask task) {
        return template.text(configuration(task).at("Enabled")).equals("true");
    }

    /** Returns the namespace of a service by its id; empty if the service names none. */
    private String namespace(DeployedTask task) {
        TemplateNode node = configuration(task).at("Namespace");
        String id = template.id(node, "Arn");
        Matcher arn = NAMESPACE_ARN.matcher(id);
        return arn.matches() ? template.id(new TemplateNode.Scalar(arn.group(1), node.line()), "Ref", "Id") : id;
    }

    /** Returns the names of all endpoints. */
    List<DnsRegistration> names() {
        return endpoints.stream()
                .map(endpoint -> new DnsRegistration(
                        endpoint.task().name(),
                        endpoint.host(),
                        List.of(NAME),
                        endpoint.port(),
                        endpoint.node().line()))
                .toList();
    }

    /**
     * Returns the way through the caller's proxy, or empty if the caller asks DNS instead.
     *
     * @param isInDns whether DNS knows the host too; the caller then asks DNS if its proxy may not know the endpoint yet
     */
    Optional<CheckChain> lookup(DeployedTask from, Target target, boolean isInDns) {
        List<Endpoint> known = endpoints.stream()
                .filter(endpoint -> endpoint.host().equals(target.host()))
                .toList();
        List<Endpoint> reachable = known.stream()
                .filter(endpoint -> hasProxy(from) && endpoint.namespace().equals(namespace(from)))
                .toList();
        if (reachable.isEmpty()) {
            return known.isEmpty() || isInDns
                    ? Optional.empty()
                    : Optional.of(CheckChain.of(notInNamespace(from, known, target.host())));
        }
        DeployedTask callee = reachable.get(0).task();
        boolean isSelf = callee.name().equals(from.name());
        boolean isCreatedAfter = template.createdBefore(from.service().id())
                .contains(callee.service().id());
        if (isInDns && (isSelf || !isCreatedAfter)) {
            return Optional.empty();
        }
        List<Check> checks = new ArrayList<>();
        checks.add(Check.yes(
                "proxy",
                "each task of " + from.service().id() + " has a Service Connect proxy",
                configuration(from).line()));
        checks.add(endpointCheck(reachable, target));
        if (isSelf) {
            String finding = "AWS does not document whether the first tasks of "
                    + from.service().id() + " know the service's own endpoint";
            checks.add(Check.unknown("order", finding, target.line()));
        } else if (!isCreatedAfter) {
            String finding = from.service().id() + " does not wait for "
                    + callee.service().id() + ", so its proxies may not know the endpoint";
            checks.add(Check.no("order", finding, from.service().line()));
        }
        return Optional.of(CheckChain.via(NAME, checks));
    }

    private static Check notInNamespace(DeployedTask from, List<Endpoint> known, String host) {
        String finding = "only Service Connect knows " + host + ", and "
                + from.service().id() + " has no proxy in that namespace";
        return Check.no("proxy", finding, known.get(0).node().line());
    }

    private static Check endpointCheck(List<Endpoint> endpoints, Target target) {
        return endpoints.stream()
                .filter(endpoint -> endpoint.isAt(target.host(), target.port()))
                .findFirst()
                .map(endpoint -> {
                    String service = endpoint.task().service().id();
                    String finding = endpoint.host() + ":" + endpoint.port() + " is port " + endpoint.portName()
                            + " of " + service;
                    return new Check(
                            "endpoint",
                            Tristate.YES,
                            finding,
                            service,
                            endpoint.node().line());
                })
                .orElseGet(() -> Check.no(
                        "endpoint",
                        "Service Connect has no endpoint " + target.host() + ":" + target.port(),
                        target.line()));
    }

    /** Returns whether ECS accepts the configuration of a service. */
    List<Check> configurationChecks(DeployedTask task) {
        if (!hasProxy(task)) {
            return List.of();
        }
        List<Check> checks = new ArrayList<>(namespaceChecks(task));
        endpoints.stream()
                .filter(endpoint -> endpoint.task().equals(task))
                .forEach(endpoint -> checks.addAll(endpointChecks(endpoint)));
        return checks;
    }

    private List<Check> endpointChecks(Endpoint endpoint) {
        int line = endpoint.node().line();
        List<Check> checks = new ArrayList<>(mappingChecks(endpoint));
        if (endpoint.node().at("ClientAliases").items().size() != 1
                || endpoint.port().isEmpty()) {
            String finding = endpoint.portName() + " must have exactly one client alias, with a port";
            checks.add(Check.no("endpoint", finding, line));
        }
        endpoints.stream()
                .filter(other -> !other.equals(endpoint) && other.hasSameName(endpoint))
                .map(other -> endpoint.discoveryName() + " and " + other.discoveryName() + " of "
                        + other.task().service().id() + " have the same name")
                .forEach(finding -> checks.add(Check.no("endpoint", finding, line)));
        if (isNameTaken(endpoint)) {
            String finding = "the namespace already has a Cloud Map service " + endpoint.discoveryName();
            checks.add(Check.no("endpoint", finding, line));
        }
        return checks;
    }

    private List<Check> namespaceChecks(DeployedTask task) {
        String id = namespace(task);
        TemplateNode configuration = configuration(task);
        if (id.isEmpty()) {
            String finding =
                    "the Service Connect namespace of " + task.service().id() + " is not part of this template";
            return List.of(Check.unknown("namespace", finding, configuration.line()));
        }
        boolean isNamespace = template.resources().stream()
                .anyMatch(
                        resource -> resource.id().equals(id) && resource.type().endsWith("Namespace"));
        boolean isOutsideTemplate = !template.declares(id) && (!id.startsWith("${") || id.contains("-"));
        return isNamespace || isOutsideTemplate
                ? List.of()
                : List.of(Check.no(
                        "namespace",
                        "Namespace is not the ARN or name of a namespace",
                        configuration.at("Namespace").line()));
    }

    private static List<Check> mappingChecks(Endpoint endpoint) {
        int line = endpoint.node().line();
        Optional<DeployedContainer.PortMapping> mapping = endpoint.task().portMappings().stream()
                .filter(port -> port.name().equals(endpoint.portName()))
                .findFirst();
        if (mapping.isEmpty()) {
            return List.of(Check.no("endpoint", "no port mapping is named " + endpoint.portName(), line));
        }
        DeployedContainer.PortMapping port = mapping.get();
        if (!port.traffic().protocol().equals("tcp")) {
            String finding = "port " + endpoint.portName() + " is not tcp, which Service Connect requires";
            return List.of(Check.no("endpoint", finding, line));
        }
        boolean hasTimeout =
                endpoint.node().at("Timeout", "PerRequestTimeoutSeconds").isPresent();
        return hasTimeout && port.appProtocol().isEmpty()
                ? List.of(Check.no(
                        "endpoint", "port " + endpoint.portName() + " has a request timeout but no AppProtocol", line))
                : List.of();
    }

    /** Returns whether the template creates a Cloud Map service of the name that ECS will use for an endpoint. */
    private boolean isNameTaken(Endpoint endpoint) {
        return template.resources("AWS::ServiceDiscovery::Service").stream()
                .filter(service ->
                        template.id(service.at("NamespaceId"), "Ref", "Id").equals(endpoint.namespace()))
                .anyMatch(service -> template.text(service.at("Name")).equalsIgnoreCase(endpoint.discoveryName()));
    }
}
