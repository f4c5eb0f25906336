package io.github.ecsdiscovery.generator.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The names that Cloud Map knows, and who registers there. */
final class Registry {
    private final Template template;
    private final List<Entry> entries = new ArrayList<>();

    /** A Cloud Map service, and a service that registers there, if any. */
    private record Entry(Resource discovery, Namespace namespace, Registered name, Optional<Task> task) {}

    Registry(Template template, List<Task> tasks) {
        this.template = template;
        for (Resource discovery : template.all("AWS::ServiceDiscovery::Service")) {
            List<Task> registering = tasks.stream()
                    .filter(task -> registrations(task).stream().anyMatch(one -> arn(one).equals(discovery.id())))
                    .toList();
            registering.forEach(task -> entries.add(entry(discovery, Optional.of(task))));
            if (registering.isEmpty()) {
                entries.add(entry(discovery, Optional.empty()));
            }
        }
    }

    private static List<Tree> registrations(Task task) {
        return task.service().at("ServiceRegistries").items();
    }

    private String arn(Tree registration) {
        return template.id(registration.at("RegistryArn"), "Arn");
    }

    private Entry entry(Resource discovery, Optional<Task> task) {
        Tree under = discovery.at("NamespaceId").isThere()
                ? discovery.at("NamespaceId")
                : discovery.at("DnsConfig", "NamespaceId");
        Namespace namespace = Namespace.of(template, template.id(under, "Ref", "Id"), under.line());
        List<String> records = discovery.at("DnsConfig", "DnsRecords").items().stream()
                .map(record -> template.text(record.at("Type")))
                .toList();
        String port = task.flatMap(one -> registrations(one).stream()
                        .filter(registration -> arn(registration).equals(discovery.id()))
                        .findFirst())
                .map(this::port)
                .orElse("");
        String host = template.text(discovery.at("Name")) + "." + namespace.domain();
        String service = task.map(Task::name).orElse("");
        return new Entry(discovery, namespace, new Registered(service, host, records, port, discovery.line()), task);
    }

    private String port(Tree registration) {
        Tree port = registration.at("Port").isThere() ? registration.at("Port") : registration.at("ContainerPort");
        return template.text(port);
    }

    List<Registered> all() {
        return entries.stream().map(Entry::name).toList();
    }

    List<Namespace> namespaces() {
        return entries.stream().map(Entry::namespace).toList();
    }

    /** The names of a service. */
    List<Registered> of(Task task) {
        return all().stream().filter(one -> one.service().equals(task.name())).toList();
    }

    /** How a task finds out the addresses behind a name. */
    Trail lookup(Task from, String host, int line) {
        List<Hop> hops = new ArrayList<>(new Resolver(template).flags(from.member()));
        Optional<Entry> found =
                entries.stream().filter(one -> one.name().host().equals(host)).findFirst();
        if (found.isEmpty()) {
            hops.add(Hop.no("record", "no service of Cloud Map is called " + host, line));
            return Trail.of(hops);
        }
        Entry entry = found.get();
        hops.add(new Resolver(template).zone(entry.namespace(), from.member().vpc()));
        String records = String.join(" and ", entry.name().records());
        hops.add(Hop.yes("record", host + " has " + records + " records", entry.discovery()));
        hops.add(entry.task()
                .map(task -> registration(task, entry.discovery()))
                .orElseGet(() -> Hop.no(
                        "registered", "nobody registers there", entry.name().line())));
        return Trail.of(hops);
    }

    /** Whether ECS takes the registrations of a service as they are. */
    List<Hop> registrationsOf(Task task) {
        List<Hop> hops = new ArrayList<>();
        for (Tree registration : registrations(task)) {
            Optional<Resource> discovery = template.find(arn(registration), "AWS::ServiceDiscovery::Service");
            hops.add(discovery
                    .map(one -> registration(task, one))
                    .orElseGet(() -> Hop.no(
                            "registered",
                            "RegistryArn is not the ARN of a Cloud Map service of this template",
                            registration.line())));
        }
        return hops;
    }

    private Hop registration(Task task, Resource discovery) {
        Tree registration = registrations(task).stream()
                .filter(one -> arn(one).equals(discovery.id()))
                .findFirst()
                .orElseThrow();
        boolean srv = discovery.at("DnsConfig", "DnsRecords").items().stream()
                .anyMatch(record -> template.text(record.at("Type")).equals("SRV"));
        String port = port(registration);
        if (srv && port.isEmpty()) {
            return Hop.no("registered", "SRV records need a port, which is missing", registration.line());
        }
        if (!srv && !port.isEmpty()) {
            return Hop.no("registered", "a port without SRV records, which ECS refuses", registration.line());
        }
        if (registration.at("Port").isThere()
                && registration.at("ContainerPort").isThere()) {
            return Hop.no("registered", "both Port and ContainerPort, which ECS refuses", registration.line());
        }
        boolean listens = task.listening().stream()
                .anyMatch(one -> Integer.toString(one.traffic().from()).equals(port));
        if (srv && !listens) {
            String says = "SRV records say port " + port + ", where no container listens";
            return Hop.no("registered", says, registration.line());
        }
        String at = srv ? " at port " + port : "";
        String says = task.service().id() + " registers its tasks there" + at;
        return new Hop("registered", Answer.YES, says, task.service().id(), registration.line());
    }
}
