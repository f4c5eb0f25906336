package io.github.ecsdiscovery.generator.rule;

import io.github.ecsdiscovery.generator.diagnostic.Path;
import io.github.ecsdiscovery.generator.model.service.Container;
import io.github.ecsdiscovery.generator.model.service.Service;
import io.github.ecsdiscovery.generator.model.service.Sidecar;
import io.github.ecsdiscovery.generator.stack.image.ImageReference;

/**
 * A container of a service's task, as rules see it.
 *
 * @param service the service that the container belongs to
 * @param name the service's name for its own container, the key under {@code sidecars} for a sidecar
 * @param container the configured container
 */
public record ContainerContext(ServiceContext service, String name, Container container) {
    /** Returns the path of a key of this container. */
    public Path path(String... steps) {
        return isServiceContainer()
                ? service.path(steps)
                : service.path("sidecars", name).with(steps);
    }

    /** Returns whether this is the container of the service itself and not a sidecar. */
    public boolean isServiceContainer() {
        return container instanceof Service;
    }

    /** Returns the name for messages: {@code `orders`} for a service, {@code `migrate` of `orders`} for a sidecar. */
    public String displayName() {
        return isServiceContainer() ? "`" + name + "`" : "`" + name + "` of `" + service.name() + "`";
    }

    /** Returns whether the container has its own image. A sidecar without one runs the image of its service. */
    public boolean hasImage() {
        return isServiceContainer() || container.image() != null;
    }

    /** Returns the image that the container runs, with the registry and tag that apply to it. */
    public ImageReference image() {
        return container instanceof Sidecar sidecar
                ? ImageReference.of(service.config(), service.name(), service.service(), sidecar)
                : ImageReference.of(service.config(), service.name(), service.service());
    }
}
