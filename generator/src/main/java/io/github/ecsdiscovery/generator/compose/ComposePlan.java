package io.github.ecsdiscovery.generator.compose;

import io.github.ecsdiscovery.generator.model.Config;
import io.github.ecsdiscovery.generator.model.NamedPort;
import io.github.ecsdiscovery.generator.model.Service;
import io.github.ecsdiscovery.generator.stack.ImageReference;
import io.github.ecsdiscovery.generator.stack.ServiceStack;
import io.github.ecsdiscovery.generator.stack.Stack;
import io.github.ecsdiscovery.generator.stack.Task;
import io.github.ecsdiscovery.generator.stack.Value;
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
    private final StandIns standIns;
    private final HostPorts hostPorts = new HostPorts();

    private ComposePlan(Config config, Stack stack, String stackName) {
        this.config = config;
        this.stack = stack;
        this.project = stackName;
        this.standIns = new StandIns(config, stack, stackName);
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
                stack.services().stream().map(this::service).toList(),
                config.platform() == null ? null : config.platform() + "_default");
    }

    private ComposeService service(ServiceStack planned) {
        String name = planned.name();
        Service service = Objects.requireNonNull(config.services().get(name));
        Task task = planned.task();
        int replicas = service.count().least();
        boolean built = ImageReference.of(config, name, service).ownPath() != null;
        return new ComposeService(
                name,
                image(task.image(), built),
                built,
                service.architecture().platform(),
                texts(task.entrypoint()),
                texts(task.command()),
                task.user() == null ? null : escaped(task.user()),
                task.exec(),
                task.readonlyRoot(),
                task.volumes().stream().map(volume -> escaped(volume.path())).toList(),
                environment(task),
                secrets(task),
                !planned.isFound() ? null : name + "." + standIns.domain(),
                published(name, opened(service), Math.max(1, replicas)),
                health(task.health()),
                seconds(task.stopTimeout(), STOP_TIMEOUT),
                replicas,
                cpus(task.cpu()),
                task.memory() + "M");
    }

    /** Without the account's registry, of which this machine knows nothing. */
    private String image(Value image, boolean built) {
        String whole = text(image);
        return built ? whole.substring(whole.indexOf('/') + 1) : whole;
    }

    private List<String> environment(Task task) {
        Stream<String> plain =
                task.environment().stream().map(variable -> escaped(variable.name()) + "=" + text(variable.value()));
        return Stream.concat(plain, secrets(task).stream().map(ComposePlan::escaped))
                .toList();
    }

    /** The ports that somebody outside comes to: all of them, or the one that the load balancer knows. */
    private static List<NamedPort> opened(Service service) {
        return service.ingress().isEmpty() ? service.frontPort().stream().toList() : service.allPorts();
    }

    /** A variable without a value has that of whoever starts the file. */
    private static List<String> secrets(Task task) {
        return task.secrets().stream().map(Task.Secret::name).toList();
    }

    private List<Publication> published(String name, List<NamedPort> opened, int replicas) {
        List<Publication> published = new ArrayList<>();
        List<NamedPort> ports = new ArrayList<>(opened);
        ports.sort(Comparator.comparing(ComposePlan::portName));
        for (NamedPort port : ports) {
            hostPorts
                    .take(project + "/" + name + "/" + portName(port), replicas)
                    .ifPresent(first -> published.add(new Publication(first, first + replicas - 1, port.port())));
        }
        return published;
    }

    private static String portName(NamedPort port) {
        return port.name() == null ? "" : port.name();
    }

    private ComposeService.@Nullable Health health(Task.@Nullable Health health) {
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
