package io.github.ecsdiscovery.generator.compose;

import io.github.ecsdiscovery.generator.model.Config;
import io.github.ecsdiscovery.generator.model.network.NamedPort;
import io.github.ecsdiscovery.generator.model.service.Dependency;
import io.github.ecsdiscovery.generator.model.service.Service;
import io.github.ecsdiscovery.generator.model.service.Sidecar;
import io.github.ecsdiscovery.generator.stack.Stack;
import io.github.ecsdiscovery.generator.stack.image.ImageReference;
import io.github.ecsdiscovery.generator.stack.service.ServiceResources;
import io.github.ecsdiscovery.generator.stack.task.ContainerDefinition;
import io.github.ecsdiscovery.generator.stack.task.Task;
import io.github.ecsdiscovery.generator.stack.value.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Plans a Compose file from the same stack that the template is rendered from. */
public final class ComposePlan {
    /** The defaults of ECS for values that a task definition leaves out. All are seconds, except the retries. */
    private static final int STOP_TIMEOUT = 30;

    private static final int INTERVAL = 30;
    private static final int TIMEOUT = 5;
    private static final int RETRIES = 3;
    private static final int START_PERIOD = 0;

    private final Config config;
    private final Stack stack;
    private final String project;
    private final LocalPseudoParameters localValues;
    private final HostPorts hostPorts = new HostPorts();

    private ComposePlan(Config config, Stack stack, String stackName) {
        this.config = config;
        this.stack = stack;
        this.project = stackName;
        this.localValues = new LocalPseudoParameters(config, stack, stackName);
    }

    /**
     * Plans the Compose file of a config.
     *
     * @param stack the stack of the config
     * @param stackName the name that the stack would have on AWS
     */
    public static ComposeFile of(Config config, Stack stack, String stackName) {
        return new ComposePlan(config, stack, stackName).file();
    }

    private ComposeFile file() {
        return new ComposeFile(
                project,
                config.name(),
                localValues.domain(),
                stack.services().stream().flatMap(this::services).toList(),
                config.platform() == null ? null : config.platform() + "_default");
    }

    /** Returns the service's own container and its sidecars. */
    private Stream<ComposeService> services(ServiceResources planned) {
        TaskNetwork network = new TaskNetwork(planned.task());
        return planned.task().containers().stream().map(container -> service(planned, container, network));
    }

    private ComposeService service(ServiceResources planned, ContainerDefinition container, TaskNetwork network) {
        String name = planned.name();
        Service service = Objects.requireNonNull(config.services().get(name));
        Task task = planned.task();
        boolean isOwn = container.equals(task.main());
        // If containers share a network, Compose would put all replicas into the network of the first.
        int maxReplicas = isOwn && !network.isShared() ? Integer.MAX_VALUE : 1;
        int replicas = Math.min(service.count().min(), maxReplicas);
        Integer memory = container.limits().memory();
        return new ComposeService(
                composeName(name, container.name()),
                image(name, service, container),
                process(container),
                new ComposeService.Variables(environment(container), secrets(container)),
                networking(planned, service, container, network, replicas),
                dependencies(name, container),
                health(container.lifecycle().healthCheck()),
                new ComposeService.Resources(
                        replicas, cpus(task.cpu()), (memory == null ? task.memory() : memory) + "M"));
    }

    private ComposeService.ContainerProcess process(ContainerDefinition container) {
        return new ComposeService.ContainerProcess(
                texts(container.process().entrypoint()),
                texts(container.process().command()),
                container.process().user() == null
                        ? null
                        : escaped(container.process().user()),
                container.process().hasInit(),
                container.filesystem().isRootReadonly(),
                container.filesystem().volumes().stream()
                        .map(volume -> escaped(volume.path()))
                        .toList(),
                seconds(container.lifecycle().stopTimeout(), STOP_TIMEOUT));
    }

    private ComposeService.Networking networking(
            ServiceResources planned,
            Service service,
            ContainerDefinition container,
            TaskNetwork network,
            int replicas) {
        String name = planned.name();
        if (!container.equals(network.owner())) {
            String owner = composeName(name, network.owner().name());
            String mode = network.isJoinedBy(container) ? "service:" + owner : null;
            return new ComposeService.Networking(List.of(), mode, List.of());
        }
        boolean isOwn = container.equals(planned.task().main());
        return new ComposeService.Networking(
                aliases(planned, isOwn), null, publish(name, publicPorts(service), Math.max(1, replicas)));
    }

    private static List<ComposeService.Dependency> dependencies(String service, ContainerDefinition container) {
        return container.lifecycle().dependencies().stream()
                .map(dependency -> new ComposeService.Dependency(
                        composeName(service, dependency.container()),
                        condition(Dependency.valueOf(dependency.condition()))))
                .toList();
    }

    /** Maps {@code COMPLETE} to a successful end, because Compose has no condition for any end. */
    private static String condition(Dependency until) {
        return switch (until) {
            case START -> "service_started";
            case COMPLETE, SUCCESS -> "service_completed_successfully";
            case HEALTHY -> "service_healthy";
        };
    }

    /** Returns {@code orders} for the own container, {@code orders.migrate} for a sidecar. Service names have no dots. */
    private static String composeName(String service, String container) {
        return container.equals(service) ? service : service + "." + container;
    }

    /** Returns the names under which others find a service, except the name of the container, which Compose adds. */
    private List<String> aliases(ServiceResources planned, boolean isOwn) {
        List<String> aliases = new ArrayList<>();
        if (!isOwn) {
            aliases.add(planned.name());
        }
        if (planned.discovery().isDiscoverable()) {
            aliases.add(planned.name() + "." + localValues.domain());
        }
        return aliases;
    }

    /** Returns the image. For an image in the account's own registry, the name has no registry, and the user builds it. */
    private ComposeService.Image image(String name, Service service, ContainerDefinition container) {
        boolean isLocal = imageReference(name, service, container).ownPath() != null;
        String image = text(container.image());
        return new ComposeService.Image(
                isLocal ? image.substring(image.indexOf('/') + 1) : image,
                isLocal,
                service.architecture().platform());
    }

    private ImageReference imageReference(String name, Service service, ContainerDefinition container) {
        Sidecar sidecar =
                container.name().equals(name) ? null : service.sidecars().get(container.name());
        return sidecar == null
                ? ImageReference.of(config, name, service)
                : ImageReference.of(config, name, service, sidecar);
    }

    private List<String> environment(ContainerDefinition container) {
        Stream<String> plain = container.variables().environment().stream()
                .map(variable -> escaped(variable.name()) + "=" + text(variable.value()));
        return Stream.concat(plain, secrets(container).stream().map(ComposePlan::escaped))
                .toList();
    }

    /** Returns the ports that are reachable from outside: all with {@code ingress}, otherwise that of the load balancer. */
    private static List<NamedPort> publicPorts(Service service) {
        return service.ingress().isEmpty() ? service.httpPort().stream().toList() : service.allPorts();
    }

    /** Returns the names of secrets. Compose takes the value of a variable without a value from the user's shell. */
    private static List<String> secrets(ContainerDefinition container) {
        return container.variables().secrets().stream().map(Task.Secret::name).toList();
    }

    private List<PublishedPort> publish(String name, List<NamedPort> ports, int replicas) {
        List<PublishedPort> published = new ArrayList<>();
        List<NamedPort> sorted = new ArrayList<>(ports);
        sorted.sort(Comparator.comparing(ComposePlan::portName));
        for (NamedPort port : sorted) {
            hostPorts
                    .take(project + "/" + name + "/" + portName(port), replicas)
                    .ifPresent(first -> published.add(new PublishedPort(first, first + replicas - 1, port.port())));
        }
        return published;
    }

    private static String portName(NamedPort port) {
        return port.name() == null ? "" : port.name();
    }

    private ComposeService.@Nullable Health health(Task.@Nullable ContainerHealthCheck health) {
        return health == null
                ? null
                : new ComposeService.Health(
                        texts(health.command()),
                        seconds(health.interval(), INTERVAL),
                        seconds(health.timeout(), TIMEOUT),
                        health.retries() == null ? RETRIES : health.retries(),
                        seconds(health.startPeriod(), START_PERIOD));
    }

    private static String seconds(@Nullable Integer configured, int defaultValue) {
        return (configured == null ? defaultValue : configured) + "s";
    }

    /** Returns {@code 0.25} for 256 CPU units. */
    private static String cpus(String units) {
        return new BigDecimal(units)
                .divide(BigDecimal.valueOf(1024))
                .stripTrailingZeros()
                .toPlainString();
    }

    private List<String> texts(List<Value> values) {
        return values.stream().map(this::text).toList();
    }

    private String text(Value value) {
        return escaped(localValues.text(value));
    }

    /** Escapes dollar signs, because Compose replaces {@code $NAME} with a variable of the user's shell. */
    private static String escaped(String text) {
        return text.replace("$", "$$");
    }
}
