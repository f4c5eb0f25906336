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

/** Decides what a Compose file says, from the same stack that the template is rendered from. */
public final class ComposePlan {
    /** What ECS takes where a task definition says nothing, in seconds but for the retries. */
    private static final int STOP_TIMEOUT = 30;

    private static final int INTERVAL = 30;
    private static final int TIMEOUT = 5;
    private static final int RETRIES = 3;
    private static final int START_PERIOD = 0;

    private final Config config;
    private final Stack stack;
    private final String project;
    private final LocalPseudoParameters standIns;
    private final HostPorts hostPorts = new HostPorts();

    private ComposePlan(Config config, Stack stack, String stackName) {
        this.config = config;
        this.stack = stack;
        this.project = stackName;
        this.standIns = new LocalPseudoParameters(config, stack, stackName);
    }

    /**
     * The Compose file of a config.
     *
     * @param stack what comes of the config
     * @param stackName what the stack would be called
     */
    public static ComposeFile of(Config config, Stack stack, String stackName) {
        return new ComposePlan(config, stack, stackName).file();
    }

    private ComposeFile file() {
        return new ComposeFile(
                project,
                config.name(),
                standIns.domain(),
                stack.services().stream().flatMap(this::services).toList(),
                config.platform() == null ? null : config.platform() + "_default");
    }

    /** The service's own container, and its sidecars. */
    private Stream<ComposeService> services(ServiceResources planned) {
        TaskNetwork network = new TaskNetwork(planned.task());
        return planned.task().containers().stream().map(container -> service(planned, container, network));
    }

    private ComposeService service(ServiceResources planned, ContainerDefinition container, TaskNetwork network) {
        String name = planned.name();
        Service service = Objects.requireNonNull(config.services().get(name));
        Task task = planned.task();
        boolean isOwn = container.equals(task.main());
        // Compose puts all into the network of the first of several.
        int most = isOwn && !network.isShared() ? Integer.MAX_VALUE : 1;
        int replicas = Math.min(service.count().least(), most);
        boolean isOwner = container.equals(network.owner());
        boolean built = image(name, service, container).ownPath() != null;
        Integer memory = container.limits().memory();
        return new ComposeService(
                composed(name, container.name()),
                image(container.image(), built),
                built,
                service.architecture().platform(),
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
                environment(container),
                secrets(container),
                isOwner ? aliases(planned, isOwn) : List.of(),
                network.isJoinedBy(container)
                        ? "service:" + composed(name, network.owner().name())
                        : null,
                isOwner ? published(name, opened(service), Math.max(1, replicas)) : List.of(),
                dependencies(name, container),
                health(container.lifecycle().healthCheck()),
                seconds(container.lifecycle().stopTimeout(), STOP_TIMEOUT),
                replicas,
                cpus(task.cpu()),
                (memory == null ? task.memory() : memory) + "M");
    }

    private static List<ComposeService.Dependency> dependencies(String service, ContainerDefinition container) {
        return container.lifecycle().dependencies().stream()
                .map(one -> new ComposeService.Dependency(
                        composed(service, one.container()), condition(Dependency.valueOf(one.condition()))))
                .toList();
    }

    /** Compose has no word for {@code COMPLETE}: what has ended has ended well. */
    private static String condition(Dependency until) {
        return switch (until) {
            case START -> "service_started";
            case COMPLETE, SUCCESS -> "service_completed_successfully";
            case HEALTHY -> "service_healthy";
        };
    }

    /** {@code orders} for its own container, {@code orders.migrate} for a sidecar: no service has a dot in its name. */
    private static String composed(String service, String container) {
        return container.equals(service) ? service : service + "." + container;
    }

    /** The names under which others find a service; Compose makes that of a container by itself. */
    private List<String> aliases(ServiceResources planned, boolean isOwn) {
        List<String> aliases = new ArrayList<>();
        if (!isOwn) {
            aliases.add(planned.name());
        }
        if (planned.discovery().isDiscoverable()) {
            aliases.add(planned.name() + "." + standIns.domain());
        }
        return aliases;
    }

    private ImageReference image(String name, Service service, ContainerDefinition container) {
        Sidecar sidecar =
                container.name().equals(name) ? null : service.sidecars().get(container.name());
        return sidecar == null
                ? ImageReference.of(config, name, service)
                : ImageReference.of(config, name, service, sidecar);
    }

    /** Without the account's registry, of which this machine knows nothing. */
    private String image(Value image, boolean built) {
        String whole = text(image);
        return built ? whole.substring(whole.indexOf('/') + 1) : whole;
    }

    private List<String> environment(ContainerDefinition container) {
        Stream<String> plain = container.variables().environment().stream()
                .map(variable -> escaped(variable.name()) + "=" + text(variable.value()));
        return Stream.concat(plain, secrets(container).stream().map(ComposePlan::escaped))
                .toList();
    }

    /** The ports that somebody outside comes to: all of them, or the one that the load balancer knows. */
    private static List<NamedPort> opened(Service service) {
        return service.ingress().isEmpty() ? service.frontPort().stream().toList() : service.allPorts();
    }

    /** A variable without a value has that of whoever starts the file. */
    private static List<String> secrets(ContainerDefinition container) {
        return container.variables().secrets().stream().map(Task.Secret::name).toList();
    }

    private List<PublishedPort> published(String name, List<NamedPort> opened, int replicas) {
        List<PublishedPort> published = new ArrayList<>();
        List<NamedPort> ports = new ArrayList<>(opened);
        ports.sort(Comparator.comparing(ComposePlan::portName));
        for (NamedPort port : ports) {
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

    private static String seconds(@Nullable Integer said, int otherwise) {
        return (said == null ? otherwise : said) + "s";
    }

    /** {@code 0.25} for 256 CPU units. */
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
        return escaped(standIns.text(value));
    }

    /** Compose fills in variables of whoever starts it, but for {@code $$}. */
    private static String escaped(String text) {
        return text.replace("$", "$$");
    }
}
