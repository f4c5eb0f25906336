package io.github.ecsdiscovery.generator.proof.discovery;

import io.github.ecsdiscovery.generator.proof.check.Check;
import io.github.ecsdiscovery.generator.proof.check.CheckChain;
import io.github.ecsdiscovery.generator.proof.check.Tristate;
import io.github.ecsdiscovery.generator.proof.network.DeployedNamespace;
import io.github.ecsdiscovery.generator.proof.network.PrivateDnsResolver;
import io.github.ecsdiscovery.generator.proof.task.DeployedTask;
import io.github.ecsdiscovery.generator.template.Template;
import io.github.ecsdiscovery.generator.template.TemplateNode;
import io.github.ecsdiscovery.generator.template.TemplateResource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Answers which names Cloud Map publishes in DNS, and which ECS services register under them.
 *
 * <p>ECS applies these rules to {@code ServiceRegistries}:
 *
 * <ul>
 *   <li>{@code RegistryArn} must be the ARN of a Cloud Map service.
 *   <li>SRV records require {@code Port} or {@code ContainerPort}; A records allow neither.
 *   <li>{@code Port} and {@code ContainerPort} exclude each other.
 * </ul>
 *
 * <p>Source: the data type {@code ServiceRegistry} of the Amazon ECS API reference.
 */
public final class CloudMapRegistry {
    private static final String CLOUD_MAP_SERVICE = "AWS::ServiceDiscovery::Service";

    private final Template template;
    private final List<Entry> entries = new ArrayList<>();

    /** A Cloud Map service, with an ECS service that registers there if there is one. */
    private record Entry(
            TemplateResource cloudMapService,
            DeployedNamespace namespace,
            DnsRegistration name,
            Optional<DeployedTask> task) {}

    public CloudMapRegistry(Template template, List<DeployedTask> tasks) {
        this.template = template;
        for (TemplateResource cloudMapService : template.resources(CLOUD_MAP_SERVICE)) {
            List<DeployedTask> registering = tasks.stream()
                    .filter(task -> registration(task, cloudMapService).isPresent())
                    .toList();
            registering.forEach(task -> entries.add(entry(cloudMapService, Optional.of(task))));
            if (registering.isEmpty()) {
                entries.add(entry(cloudMapService, Optional.empty()));
            }
        }
    }

    private static List<TemplateNode> registrations(DeployedTask task) {
        return task.service().at("ServiceRegistries").items();
    }

    private Optional<TemplateNode> registration(DeployedTask task, TemplateResource cloudMapService) {
        return registrations(task).stream()
                .filter(registration -> registryId(registration).equals(cloudMapService.id()))
                .findFirst();
    }

    private String registryId(TemplateNode registration) {
        return template.id(registration.at("RegistryArn"), "Arn");
    }

    private Entry entry(TemplateResource cloudMapService, Optional<DeployedTask> task) {
        TemplateNode namespaceId = cloudMapService.at("NamespaceId").isPresent()
                ? cloudMapService.at("NamespaceId")
                : cloudMapService.at("DnsConfig", "NamespaceId");
        DeployedNamespace namespace =
                DeployedNamespace.of(template, template.id(namespaceId, "Ref", "Id"), namespaceId.line());
        String port = task.flatMap(registering -> registration(registering, cloudMapService))
                .map(this::port)
                .orElse("");
        DnsRegistration name = new DnsRegistration(
                task.map(DeployedTask::name).orElse(""),
                template.text(cloudMapService.at("Name")) + "." + namespace.domain(),
                recordTypes(cloudMapService),
                port,
                cloudMapService.line());
        return new Entry(cloudMapService, namespace, name, task);
    }

    private List<String> recordTypes(TemplateResource cloudMapService) {
        return cloudMapService.at("DnsConfig", "DnsRecords").items().stream()
                .map(dnsRecord -> template.text(dnsRecord.at("Type")))
                .toList();
    }

    private String port(TemplateNode registration) {
        TemplateNode port =
                registration.at("Port").isPresent() ? registration.at("Port") : registration.at("ContainerPort");
        return template.text(port);
    }

    List<DnsRegistration> names() {
        return entries.stream().map(Entry::name).toList();
    }

    List<DeployedNamespace> namespaces() {
        return entries.stream().map(Entry::namespace).toList();
    }

    /** Returns the way from a host name to the addresses of tasks, through the resolver of the caller's VPC. */
    CheckChain lookup(DeployedTask from, String host, int line) {
        PrivateDnsResolver resolver = new PrivateDnsResolver(template);
        List<Check> checks = new ArrayList<>();
        checks.add(resolver.vpcAttributes(from.member()));
        Optional<Entry> match = entries.stream()
                .filter(entry -> entry.name().host().equals(host))
                .findFirst();
        if (match.isEmpty()) {
            checks.add(Check.no("record", "no Cloud Map service is named " + host, line));
            return CheckChain.of(checks);
        }
        Entry entry = match.get();
        checks.add(resolver.privateZone(entry.namespace(), from.member().vpc()));
        String records = String.join(" and ", entry.name().records());
        checks.add(Check.yes("record", host + " has " + records + " records", entry.cloudMapService()));
        checks.add(entry.task()
                .flatMap(task -> registration(task, entry.cloudMapService())
                        .map(registration -> registrationCheck(task, entry.cloudMapService(), registration)))
                .orElseGet(() -> Check.no(
                        "registered",
                        "no ECS service registers its tasks under this name",
                        entry.name().line())));
        return CheckChain.of(checks);
    }

    /** Returns whether ECS accepts the registrations of a service. */
    List<Check> registrationChecks(DeployedTask task) {
        return registrations(task).stream()
                .map(registration -> template.resource(registryId(registration), CLOUD_MAP_SERVICE)
                        .map(cloudMapService -> registrationCheck(task, cloudMapService, registration))
                        .orElseGet(() -> Check.no(
                                "registered",
                                "RegistryArn is not the ARN of a Cloud Map service of this template",
                                registration.line())))
                .toList();
    }

    private Check registrationCheck(DeployedTask task, TemplateResource cloudMapService, TemplateNode registration) {
        boolean hasSrv = recordTypes(cloudMapService).contains("SRV");
        String port = port(registration);
        if (hasSrv && port.isEmpty()) {
            return failed("the SRV records have no port; ECS requires Port or ContainerPort", registration);
        }
        if (!hasSrv && !port.isEmpty()) {
            return failed("the registration has a port but no SRV records, which ECS rejects", registration);
        }
        if (registration.at("Port").isPresent()
                && registration.at("ContainerPort").isPresent()) {
            return failed("the registration has both Port and ContainerPort, which ECS rejects", registration);
        }
        if (hasSrv && !task.listensOn(port)) {
            return failed("the SRV records have port " + port + ", but no container listens on it", registration);
        }
        String finding =
                task.service().id() + " registers its tasks under this name" + (hasSrv ? " with port " + port : "");
        return new Check("registered", Tristate.YES, finding, task.service().id(), registration.line());
    }

    private static Check failed(String finding, TemplateNode registration) {
        return Check.no("registered", finding, registration.line());
    }
}
