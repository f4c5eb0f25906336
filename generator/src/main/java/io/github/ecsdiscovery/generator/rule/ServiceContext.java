package io.github.ecsdiscovery.generator.rule;

import io.github.ecsdiscovery.generator.diagnostic.Path;
import io.github.ecsdiscovery.generator.model.Config;
import io.github.ecsdiscovery.generator.model.service.Service;
import java.util.List;

/**
 * One service, as rules see it.
 *
 * @param context the config and the stack that the service belongs to
 * @param name its key in the config
 * @param service the configured service, with all defaults
 */
public record ServiceContext(RuleContext context, String name, Service service) {
    public Config config() {
        return context.config();
    }

    /** Returns the containers of a task: the service's own container, then its sidecars. */
    public List<ContainerContext> containers() {
        return service.containers(name).entrySet().stream()
                .map(entry -> new ContainerContext(this, entry.getKey(), entry.getValue()))
                .toList();
    }

    /** Returns the path of a key of this service. */
    public Path path(String... steps) {
        return Path.of("services", name).with(steps);
    }

    /** Returns whether the config file sets a key of this service, here or in {@code defaults}. */
    public boolean isWritten(String... steps) {
        return context.written().test(path(steps));
    }

    /** Returns whether the config file sets a key at this service. Values of {@code defaults} do not count. */
    public boolean isSetOnService(String... steps) {
        return context.ownValue().test(path(steps));
    }
}
