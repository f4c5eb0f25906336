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

/** The names that Cloud Map knows, and who registers there. */
public final class CloudMapRegistry {
    private final Template template;
    private final List<Entry> entries = new ArrayList<>();

    /** A Cloud Map service, and a service that registers there, if any. */
    private record Entry(
            TemplateResource discovery,
            DeployedNamespace namespace,
            DnsRegistration name,
            Optional<DeployedTask> task) {}

    public CloudMapRegistry(Template template, List<DeployedTask> tasks) {
        this.template = template;
        for (TemplateResource discovery : template.all("AWS::ServiceDiscovery::Service")) {
            List<DeployedTask> registering = tasks.stream()
                    .filter(task -> registrations(task).stream().anyMatch(one -> arn(one).equals(discovery.id())))
                    .toList();
            registering.forEach(task -> entries.add(entry(discovery, Optional.of(task))));
            if (registering.isEmpty()) {
                entries.add(entry(discovery, Optional.empty()));
            }
        }
    }

    private static List<TemplateNode> registrations(DeployedTask task) {
        return task.service().at("ServiceRegistries").items();
    }

    private String arn(TemplateNode registration) {
        return template.id(registration.at("RegistryArn"), "Arn");
    }

    private Entry entry(TemplateResource discovery, Optional<DeployedTask> task) {
        TemplateNode under = discovery.at("NamespaceId").isThere()
                ? discovery.at("NamespaceId")
                : discovery.at("DnsConfig", "NamespaceId");
        DeployedNamespace namespace = DeployedNamespace.of(template, template.id(under, "Ref", "Id"), under.line());
        List<String> records = discovery.at("DnsConfig", "DnsRecords").items().stream()
                .map(record -> template.text(record.at("Type")))
                .toList();
        String port = task.flatMap(one -> registrations(one).stream()
                        .filter(registration -> arn(registration).equals(discovery.id()))
                        .findFirst())
                .map(this::port)
                .orElse("");
        String host = template.text(discovery.at("Name")) + "." + namespace.domain();
        String service = task.map(DeployedTask::name).orElse("");
        return new Entry(
                discovery, namespace, new DnsRegistration(service, host, records, port, discovery.line()), task);
    }

    private String port(TemplateNode registration) {
        TemplateNode port =
                registration.at("Port").isThere() ? registration.at("Port") : registration.at("ContainerPort");
        return template.text(port);
    }

    List<DnsRegistration> all() {
        return entries.stream().map(Entry::name).toList();
    }

    List<DeployedNamespace> namespaces() {
        return entries.stream().map(Entry::namespace).toList();
    }

    /** The names of a service. */
    List<DnsRegistration> of(DeployedTask task) {
        return all().stream().filter(one -> one.service().equals(task.name())).toList();
    }

    /** How a task finds out the addresses behind a name. */
    CheckChain lookup(DeployedTask from, String host, int line) {
        List<Check> hops = new ArrayList<>(new PrivateDnsResolver(template).flags(from.member()));
        Optional<Entry> found =
                entries.stream().filter(one -> one.name().host().equals(host)).findFirst();
        if (found.isEmpty()) {
            hops.add(Check.no("record", "no service of Cloud Map is called " + host, line));
            return CheckChain.of(hops);
        }
        Entry entry = found.get();
        hops.add(new PrivateDnsResolver(template)
                .zone(entry.namespace(), from.member().vpc()));
        String records = String.join(" and ", entry.name().records());
        hops.add(Check.yes("record", host + " has " + records + " records", entry.discovery()));
        hops.add(entry.task()
                .map(task -> registration(task, entry.discovery()))
                .orElseGet(() -> Check.no(
                        "registered", "nobody registers there", entry.name().line())));
        return CheckChain.of(hops);
    }

    /** Whether ECS takes the registrations of a service as they are. */
    List<Check> registrationsOf(DeployedTask task) {
        List<Check> hops = new ArrayList<>();
        for (TemplateNode registration : registrations(task)) {
            Optional<TemplateResource> discovery = template.find(arn(registration), "AWS::ServiceDiscovery::Service");
            hops.add(discovery
                    .map(one -> registration(task, one))
                    .orElseGet(() -> Check.no(
                            "registered",
                            "RegistryArn is not the ARN of a Cloud Map service of this template",
                            registration.line())));
        }
        return hops;
    }

    private Check registration(DeployedTask task, TemplateResource discovery) {
        TemplateNode registration = registrations(task).stream()
                .filter(one -> arn(one).equals(discovery.id()))
                .findFirst()
                .orElseThrow();
        boolean srv = discovery.at("DnsConfig", "DnsRecords").items().stream()
                .anyMatch(record -> template.text(record.at("Type")).equals("SRV"));
        String port = port(registration);
        if (srv && port.isEmpty()) {
            return Check.no("registered", "SRV records need a port, which is missing", registration.line());
        }
        if (!srv && !port.isEmpty()) {
            return Check.no("registered", "a port without SRV records, which ECS refuses", registration.line());
        }
        if (registration.at("Port").isThere()
                && registration.at("ContainerPort").isThere()) {
            return Check.no("registered", "both Port and ContainerPort, which ECS refuses", registration.line());
        }
        boolean listens = task.listening().stream()
                .anyMatch(one -> Integer.toString(one.traffic().from()).equals(port));
        if (srv && !listens) {
            String says = "SRV records say port " + port + ", where no container listens";
            return Check.no("registered", says, registration.line());
        }
        String at = srv ? " at port " + port : "";
        String says = task.service().id() + " registers its tasks there" + at;
        return new Check("registered", Tristate.YES, says, task.service().id(), registration.line());
    }
}
