package io.github.ecsdiscovery.generator.stack.task;

import io.github.ecsdiscovery.generator.model.Config;
import io.github.ecsdiscovery.generator.model.network.NamedPort;
import io.github.ecsdiscovery.generator.model.service.Architecture;
import io.github.ecsdiscovery.generator.model.service.HealthCheck;
import io.github.ecsdiscovery.generator.model.service.Secret;
import io.github.ecsdiscovery.generator.model.service.Service;
import io.github.ecsdiscovery.generator.model.service.Sidecar;
import io.github.ecsdiscovery.generator.stack.discovery.ServiceConnectPlan;
import io.github.ecsdiscovery.generator.stack.id.LogicalId;
import io.github.ecsdiscovery.generator.stack.image.ImageReference;
import io.github.ecsdiscovery.generator.stack.role.SecretReference;
import io.github.ecsdiscovery.generator.stack.task.ContainerDefinition.Dependency;
import io.github.ecsdiscovery.generator.stack.task.Task.Health;
import io.github.ecsdiscovery.generator.stack.task.Task.PortMapping;
import io.github.ecsdiscovery.generator.stack.task.Task.Variable;
import io.github.ecsdiscovery.generator.stack.task.Task.Volume;
import io.github.ecsdiscovery.generator.stack.value.PseudoParameterText;
import io.github.ecsdiscovery.generator.stack.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Decides what a service's tasks are. */
public final class TaskPlan {
    private final Config config;

    public TaskPlan(Config config) {
        this.config = config;
    }

    public Task of(String name, Service service) {
        return new Task(
                Integer.toString(service.cpu()),
                Integer.toString(service.memory()),
                architecture(service),
                service.ephemeralStorage(),
                own(name, service),
                service.sidecars().keySet().stream()
                        .map(sidecar -> sidecar(name, service, sidecar))
                        .toList());
    }

    private ContainerDefinition own(String name, Service service) {
        return new ContainerDefinition(
                name,
                image(name, ImageReference.of(config, name, service), true),
                true,
                null,
                config.scannerMetadata() ? memory(service) : null,
                texts(service.entrypoint()),
                texts(service.command()),
                service.user(),
                service.readonlyRootFilesystem(),
                service.writablePaths().stream().map(TaskPlan::volume).toList(),
                service.allPorts().stream().map(port -> mapping(service, port)).toList(),
                variables(environment(name, service)),
                secrets(service.secrets()),
                health(service.healthCheck()),
                dependencies(service.dependsOn()),
                null,
                stopTimeout(service),
                service.exec());
    }

    private static PortMapping mapping(Service service, NamedPort port) {
        boolean isConnect = service.connect() != null;
        return new PortMapping(
                port.port().number(),
                port.port().protocol().transport(),
                isConnect ? ServiceConnectPlan.portName(port) : null,
                isConnect ? ServiceConnectPlan.appProtocol(port) : null);
    }

    /** What sidecars leave of the task's memory, in MiB. */
    private static int memory(Service service) {
        return service.memory()
                - service.sidecars().values().stream()
                        .map(Sidecar::memory)
                        .filter(Objects::nonNull)
                        .mapToInt(Integer::intValue)
                        .sum();
    }

    /** A sidecar is told its own variables alone: a program that it runs may take {@code PORT} for its own. */
    private ContainerDefinition sidecar(String name, Service service, String sidecar) {
        Sidecar said = Objects.requireNonNull(service.sidecars().get(sidecar));
        Boolean readonly = said.readonlyRootFilesystem();
        Map<String, Value> environment = new TreeMap<>();
        said.environment().forEach((key, value) -> environment.put(key, PseudoParameterText.of(value)));
        return new ContainerDefinition(
                sidecar,
                image(name, ImageReference.of(config, name, service, said), followsTag(name, service, said)),
                service.isEssential(sidecar),
                said.cpu(),
                said.memory(),
                texts(said.entrypoint()),
                texts(said.command()),
                said.user(),
                readonly == null ? service.readonlyRootFilesystem() : readonly,
                said.writablePaths().stream()
                        .map(path -> new Volume(sidecar + "_" + volumeName(path), path))
                        .toList(),
                List.of(),
                variables(environment),
                secrets(said.secrets()),
                health(said.healthCheck()),
                dependencies(said.dependsOn()),
                said.startTimeout(),
                said.stopTimeout(),
                service.exec());
    }

    /** Whether the parameter of the service's tag is the tag of a sidecar, too. */
    private boolean followsTag(String name, Service service, Sidecar sidecar) {
        return sidecar.image() == null
                || (hasTagParameter(config, ImageReference.of(config, name, service))
                        && !isPinned(sidecar)
                        && !isPinned(service));
    }

    private static boolean isPinned(io.github.ecsdiscovery.generator.model.service.Container container) {
        return container.image() != null && ImageReference.of(container.image()).isPinned();
    }

    private static List<Dependency> dependencies(
            Map<String, io.github.ecsdiscovery.generator.model.service.Dependency> said) {
        return new TreeMap<>(said)
                .entrySet().stream()
                        .map(entry ->
                                new Dependency(entry.getKey(), entry.getValue().name()))
                        .toList();
    }

    private static @Nullable String architecture(Service service) {
        return service.architecture() == Architecture.X86_64
                ? null
                : service.architecture().toString();
    }

    /** The tag's parameter, where there is one. */
    public static boolean hasTagParameter(Config config, ImageReference image) {
        return config.tagParameters() && image.digest() == null;
    }

    /** An image's name; where it takes the tag of a service, the parameter's value may be in its place. */
    private Value image(String name, ImageReference image, boolean takesTag) {
        PseudoParameterText text = new PseudoParameterText().user(image.repository());
        if (takesTag && hasTagParameter(config, image)) {
            return text.literal(":").ref(LogicalId.SERVICE_TAG.of(name)).value();
        }
        if (image.tag() != null) {
            text.literal(":" + image.tag());
        }
        return image.digest() == null
                ? text.value()
                : text.literal("@" + image.digest()).value();
    }

    private Map<String, Value> environment(String name, Service service) {
        Map<String, Value> values = new TreeMap<>(ContractVariables.told(config, name, service));
        values.keySet().removeAll(service.secrets().keySet());
        service.environment().forEach((key, value) -> values.put(key, PseudoParameterText.of(value)));
        return values;
    }

    private static List<Variable> variables(Map<String, Value> sorted) {
        return sorted.entrySet().stream()
                .map(entry -> new Variable(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static List<Task.Secret> secrets(Map<String, Secret> secrets) {
        return new TreeMap<>(secrets)
                .entrySet().stream()
                        .map(entry -> new Task.Secret(
                                entry.getKey(),
                                SecretReference.of(entry.getValue()).from()))
                        .toList();
    }

    private static @Nullable Integer stopTimeout(Service service) {
        Timing timing = Timing.of(service);
        return timing == null ? service.stopTimeout() : Integer.valueOf(timing.stopTimeout());
    }

    private static @Nullable Health health(@Nullable HealthCheck check) {
        if (check == null) {
            return null;
        }
        List<Value> words = new ArrayList<>();
        words.add(new Value.Literal(check.command().shell() ? "CMD-SHELL" : "CMD"));
        words.addAll(texts(check.command().words()));
        return new Health(words, check.interval(), check.timeout(), check.retries(), check.startPeriod());
    }

    private static Volume volume(String path) {
        return new Volume(volumeName(path), path);
    }

    /** {@code var-lib-orders} for {@code /var/lib/orders}: from the path, so that their order does not matter. */
    static String volumeName(String path) {
        String name = path.replaceAll("[^A-Za-z0-9]+", "-").replaceAll("^-|-$", "");
        return name.isEmpty() ? "root" : name;
    }

    private static List<Value> texts(@Nullable List<String> texts) {
        return texts == null
                ? List.of()
                : texts.stream().map(PseudoParameterText::of).toList();
    }
}
