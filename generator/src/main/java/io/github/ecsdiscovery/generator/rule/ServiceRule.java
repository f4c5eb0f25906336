package io.github.ecsdiscovery.generator.rule;

import io.github.ecsdiscovery.generator.diagnostic.Finding;
import io.github.ecsdiscovery.generator.diagnostic.Path;
import io.github.ecsdiscovery.generator.model.Config;
import io.github.ecsdiscovery.generator.model.service.Container;
import io.github.ecsdiscovery.generator.model.service.Service;
import io.github.ecsdiscovery.generator.model.service.Sidecar;
import io.github.ecsdiscovery.generator.stack.image.ImageReference;
import java.util.List;
import java.util.function.Consumer;

/** A rule that looks at one service after the other. */
public interface ServiceRule extends Rule {
    void check(One one, Consumer<Finding> out);

    @Override
    default void check(RuleContext subject, Consumer<Finding> out) {
        subject.config().services().forEach((name, service) -> check(new One(subject, name, service), out));
    }

    /** A container of a service's tasks: its own, or a sidecar. */
    record Part(One one, String name, Container container) {
        public Path path(String... steps) {
            return isOwn() ? one.path(steps) : one.path("sidecars", name).with(steps);
        }

        public boolean isOwn() {
            return container instanceof Service;
        }

        /** {@code `orders`}, {@code `migrate` of `orders`}. */
        public String spoken() {
            return isOwn() ? "`" + name + "`" : "`" + name + "` of `" + one.name() + "`";
        }

        /** Whether it has an image of its own; a sidecar may run its service's. */
        public boolean hasImage() {
            return isOwn() || container.image() != null;
        }

        public ImageReference image() {
            return container instanceof Sidecar sidecar
                    ? ImageReference.of(one.config(), one.name(), one.service(), sidecar)
                    : ImageReference.of(one.config(), one.name(), one.service());
        }
    }

    /** One service among all that a rule may look at. */
    record One(RuleContext subject, String name, Service service) {
        public Config config() {
            return subject.config();
        }

        /** Its containers, its own first. */
        public List<Part> parts() {
            return service.containers(name).entrySet().stream()
                    .map(entry -> new Part(this, entry.getKey(), entry.getValue()))
                    .toList();
        }

        public Path path(String... steps) {
            return Path.of("services", name).with(steps);
        }

        public boolean isWritten(String... steps) {
            return subject.written().test(path(steps));
        }

        /** Whether the service says it itself. */
        public boolean isOwn(String... steps) {
            return subject.own().test(path(steps));
        }
    }
}
