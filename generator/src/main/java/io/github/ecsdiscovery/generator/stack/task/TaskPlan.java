package io.github.ecsdiscovery.generator.stack.task;

import io.github.ecsdiscovery.generator.model.Config;
import io.github.ecsdiscovery.generator.model.network.NamedPort;
import io.github.ecsdiscovery.generator.model.service.Architecture;
import io.github.ecsdiscovery.generator.model.service.Container;
import io.github.ecsdiscovery.generator.model.service.Dependency;
import io.github.ecsdiscovery.generator.model.service.HealthCheck;
import io.github.ecsdiscovery.generator.model.service.Secret;
import io.github.ecsdiscovery.generator.model.service.Service;
import io.github.ecsdiscovery.generator.model.service.Sidecar;
import io.github.ecsdiscovery.generator.stack.discovery.ServiceConnectPlan;
import io.github.ecsdiscovery.generator.stack.id.LogicalId;
import io.github.ecsdiscovery.generator.stack.image.ImageReference;
import io.github.ecsdiscovery.generator.stack.role.SecretReference;
import io.github.ecsdiscovery.generator.stack.task.ContainerDefinition.ContainerDependency;
import io.github.ecsdiscovery.generator.stack.task.ContainerDefinition.Filesystem;
import io.github.ecsdiscovery.generator.stack.task.ContainerDefinition.Lifecycle;
import io.github.ecsdiscovery.generator.stack.task.ContainerDefinition.Limits;
import io.github.ecsdiscovery.generator.stack.task.ContainerDefinition.Process;
import io.github.ecsdiscovery.generator.stack.task.ContainerDefinition.Variables;
import io.github.ecsdiscovery.generator.stack.task.Task.ContainerHealthCheck;
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

/** Creates the tasks of services. */
public final class TaskPlan {
    private final Config config;

    public TaskPlan(Config config) {
        this.config = config;
    }

    /** Returns the task of a service. */
    public Task of(String name, Service service) {
        return new Task(
                Integer.toString(service.cpu()),
                Integer.toString(service.memory()),
                architecture(service),
                service.ephemeralStorage(),
                main(name, service),
                service.sidecars().keySet().stream()
                        .map(sidecar -> sidecar(name, service, sidecar))
                        .toList());
    }

    private ContainerDefinition main(String name, Service service) {
        return new ContainerDefinition(
                name,
                image(name, ImageReference.of(config, name, service), true),
                new Limits(null, config.scannerMetadata() ? memory(service) : null),
                process(service, service.exec()),
                new Filesystem(
                        service.readonlyRootFilesystem(),
                        service.writablePaths().stream().map(TaskPlan::volume).toList()),
                service.allPorts().stream().map(port -> mapping(service, port)).toList(),
                new Variables(variables(environment(name, service)), secrets(service.secrets())),
                lifecycle(service));
    }

    private static Process process(Container container, boolean hasInit) {
        return new Process(texts(container.entrypoint()), texts(container.command()), container.user(), hasInit);
    }

    private static Lifecycle lifecycle(Service service) {
        return new Lifecycle(
                true,
                healthCheck(service.healthCheck()),
                dependencies(service.dependsOn()),
                null,
                stopTimeout(service));
    }

    private static Lifecycle lifecycle(Sidecar sidecar, boolean isEssential) {
        return new Lifecycle(
                isEssential,
                healthCheck(sidecar.healthCheck()),
                dependencies(sidecar.dependsOn()),
                sidecar.startTimeout(),
                sidecar.stopTimeout());
    }

    private static PortMapping mapping(Service service, NamedPort port) {
        boolean isConnect = service.connect() != null;
        return new PortMapping(
                port.port().number(),
                port.port().protocol().transport(),
                isConnect ? ServiceConnectPlan.portName(port) : null,
                isConnect ? ServiceConnectPlan.appProtocol(port) : null);
    }

    /** Returns the memory that sidecars leave to the main container, in MiB. */
    private static int memory(Service service) {
        return service.memory()
                - service.sidecars().values().stream()
                        .map(Sidecar::memory)
                        .filter(Objects::nonNull)
                        .mapToInt(Integer::intValue)
                        .sum();
    }

    /** Returns a sidecar. It has only its own variables, because its program may use {@code PORT} for something else. */
    private ContainerDefinition sidecar(String name, Service service, String sidecarName) {
        Sidecar sidecar = Objects.requireNonNull(service.sidecars().get(sidecarName));
        Boolean isRootReadonly = sidecar.readonlyRootFilesystem();
        Map<String, Value> environment = new TreeMap<>();
        sidecar.environment().forEach((key, value) -> environment.put(key, PseudoParameterText.of(value)));
        ImageReference image = ImageReference.of(config, name, service, sidecar);
        return new ContainerDefinition(
                sidecarName,
                image(name, image, hasServiceTag(name, service, sidecar)),
                new Limits(sidecar.cpu(), sidecar.memory()),
                process(sidecar, service.exec()),
                new Filesystem(
                        isRootReadonly == null ? service.readonlyRootFilesystem() : isRootReadonly,
                        sidecar.writablePaths().stream()
                                .map(path -> new Volume(sidecarName + "_" + volumeName(path), path))
                                .toList()),
                List.of(),
                new Variables(variables(environment), secrets(sidecar.secrets())),
                lifecycle(sidecar, service.isEssential(sidecarName)));
    }

    /** Returns whether the tag parameter of the service sets the tag of a sidecar too. */
    private boolean hasServiceTag(String name, Service service, Sidecar sidecar) {
        return sidecar.image() == null
                || (hasTagParameter(config, ImageReference.of(config, name, service))
                        && !isPinned(sidecar)
                        && !isPinned(service));
    }

    private static boolean isPinned(Container container) {
        return container.image() != null && ImageReference.of(container.image()).isPinned();
    }

    private static List<ContainerDependency> dependencies(Map<String, Dependency> dependencies) {
        return new TreeMap<>(dependencies)
                .entrySet().stream()
                        .map(entry -> new ContainerDependency(
                                entry.getKey(), entry.getValue().name()))
                        .toList();
    }

    private static @Nullable String architecture(Service service) {
        return service.architecture() == Architecture.X86_64
                ? null
                : service.architecture().toString();
    }

    /** Returns whether the template has a parameter for the tag of an image. */
    public static boolean hasTagParameter(Config config, ImageReference image) {
        return config.tagParameters() && image.digest() == null;
    }

    /** Returns the name of an image. Its tag may be the tag parameter of the service. */
    private Value image(String name, ImageReference image, boolean hasServiceTag) {
        PseudoParameterText text = new PseudoParameterText().user(image.repository());
        if (hasServiceTag && hasTagParameter(config, image)) {
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
        Map<String, Value> values = new TreeMap<>(ContractVariables.of(config, name, service));
        values.keySet().removeAll(service.secrets().keySet());
        service.environment().forEach((key, value) -> values.put(key, PseudoParameterText.of(value)));
        return values;
    }

    private static List<Variable> variables(Map<String, Value> values) {
        return values.entrySet().stream()
                .map(entry -> new Variable(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static List<Task.Secret> secrets(Map<String, Secret> secrets) {
        return new TreeMap<>(secrets)
                .entrySet().stream()
                        .map(entry -> new Task.Secret(
                                entry.getKey(),
                                SecretReference.of(entry.getValue()).valueFrom()))
                        .toList();
    }

    private static @Nullable Integer stopTimeout(Service service) {
        Timing timing = Timing.of(service);
        return timing == null ? service.stopTimeout() : Integer.valueOf(timing.stopTimeout());
    }

    private static @Nullable ContainerHealthCheck healthCheck(@Nullable HealthCheck check) {
        if (check == null) {
            return null;
        }
        List<Value> words = new ArrayList<>();
        words.add(new Value.Literal(check.command().shell() ? "CMD-SHELL" : "CMD"));
        words.addAll(texts(check.command().words()));
        return new ContainerHealthCheck(words, check.interval(), check.timeout(), check.retries(), check.startPeriod());
    }

    private static Volume volume(String path) {
        return new Volume(volumeName(path), path);
    }

    /** Returns a volume name from a path, such as {@code var-lib-orders}, so that the order of paths does not matter. */
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
