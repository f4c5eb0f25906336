package io.github.ecsdiscovery.generator.stack;

import io.github.ecsdiscovery.generator.model.Architecture;
import io.github.ecsdiscovery.generator.model.Config;
import io.github.ecsdiscovery.generator.model.Discovery;
import io.github.ecsdiscovery.generator.model.HealthCheck;
import io.github.ecsdiscovery.generator.model.Service;
import io.github.ecsdiscovery.generator.stack.Task.Health;
import io.github.ecsdiscovery.generator.stack.Task.PortMapping;
import io.github.ecsdiscovery.generator.stack.Task.Variable;
import io.github.ecsdiscovery.generator.stack.Task.Volume;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Decides what a service's tasks are. */
final class TaskPlan {
    private final Config config;

    TaskPlan(Config config) {
        this.config = config;
    }

    Task of(String name, Service service) {
        return new Task(
                Integer.toString(service.cpu()),
                Integer.toString(service.memory()),
                config.scanners() ? service.memory() : null,
                architecture(service),
                service.ephemeralStorage(),
                image(name, service),
                texts(service.entrypoint()),
                texts(service.command()),
                service.user(),
                service.readonlyRootFilesystem(),
                service.writable().stream().map(TaskPlan::volume).toList(),
                service.allPorts().stream()
                        .map(port -> new PortMapping(
                                port.port().number(), port.port().protocol().transport()))
                        .toList(),
                environment(name, service),
                secrets(service),
                health(service.healthCheck()),
                stopTimeout(service),
                service.exec());
    }

    private static @Nullable String architecture(Service service) {
        return service.architecture() == Architecture.X86_64
                ? null
                : service.architecture().toString();
    }

    /** The tag's parameter, where there is one. */
    static boolean hasTagParameter(Config config, ImageReference image) {
        return config.tagParameters() && image.digest() == null;
    }

    private Value image(String name, Service service) {
        ImageReference image = ImageReference.of(config, name, service);
        PseudoText text = new PseudoText().user(image.repository());
        if (hasTagParameter(config, image)) {
            return text.literal(":").ref(LogicalId.SERVICE_TAG.of(name)).value();
        }
        if (image.tag() != null) {
            text.literal(":" + image.tag());
        }
        return image.digest() == null
                ? text.value()
                : text.literal("@" + image.digest()).value();
    }

    private List<Variable> environment(String name, Service service) {
        Map<String, Value> values = new TreeMap<>(Variables.told(config, name, service));
        values.keySet().removeAll(service.secrets().keySet());
        service.environment().forEach((key, value) -> values.put(key, PseudoText.of(value)));
        return values.entrySet().stream()
                .map(entry -> new Variable(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static List<Task.Secret> secrets(Service service) {
        return new TreeMap<>(service.secrets())
                .entrySet().stream()
                        .map(entry -> new Task.Secret(
                                entry.getKey(),
                                SecretReference.of(entry.getValue()).from()))
                        .toList();
    }

    private static @Nullable Integer stopTimeout(Service service) {
        Discovery dns = service.dns();
        return dns == null
                ? service.stopTimeout()
                : Integer.valueOf(Timing.of(dns.ttl(), service.stopTimeout()).stopTimeout());
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
        return texts == null ? List.of() : texts.stream().map(PseudoText::of).toList();
    }
}
