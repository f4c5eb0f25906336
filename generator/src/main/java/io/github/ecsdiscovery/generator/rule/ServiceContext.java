package io.github.ecsdiscovery.generator.rule;

import io.github.ecsdiscovery.generator.diagnostic.Path;
import io.github.ecsdiscovery.generator.model.Config;
import io.github.ecsdiscovery.generator.model.service.Service;
import java.util.List;

/** One service among all that a rule may look at. */
public record ServiceContext(RuleContext context, String name, Service service) {
    public Config config() {
        return context.config();
    }

    /** Its containers, its own first. */
    public List<ContainerContext> containers() {
        return service.containers(name).entrySet().stream()
                .map(entry -> new ContainerContext(this, entry.getKey(), entry.getValue()))
                .toList();
    }

    public Path path(String... steps) {
        return Path.of("services", name).with(steps);
    }

    public boolean isWritten(String... steps) {
        return context.written().test(path(steps));
    }

    /** Whether the service says it itself. */
    public boolean isOwn(String... steps) {
        return context.own().test(path(steps));
    }
}
