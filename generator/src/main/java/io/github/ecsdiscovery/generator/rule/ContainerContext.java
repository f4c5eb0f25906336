package io.github.ecsdiscovery.generator.rule;

import io.github.ecsdiscovery.generator.diagnostic.Path;
import io.github.ecsdiscovery.generator.model.service.Container;
import io.github.ecsdiscovery.generator.model.service.Service;
import io.github.ecsdiscovery.generator.model.service.Sidecar;
import io.github.ecsdiscovery.generator.stack.image.ImageReference;

/** A container of a service's tasks: its own, or a sidecar. */
public record ContainerContext(ServiceContext service, String name, Container container) {
    public Path path(String... steps) {
        return isOwn() ? service.path(steps) : service.path("sidecars", name).with(steps);
    }

    public boolean isOwn() {
        return container instanceof Service;
    }

    /** {@code `orders`}, {@code `migrate` of `orders`}. */
    public String spoken() {
        return isOwn() ? "`" + name + "`" : "`" + name + "` of `" + service.name() + "`";
    }

    /** Whether it has an image of its own; a sidecar may run its service's. */
    public boolean hasImage() {
        return isOwn() || container.image() != null;
    }

    public ImageReference image() {
        return container instanceof Sidecar sidecar
                ? ImageReference.of(service.config(), service.name(), service.service(), sidecar)
                : ImageReference.of(service.config(), service.name(), service.service());
    }
}
