package io.github.ecsdiscovery.generator.rule;

import io.github.ecsdiscovery.generator.diagnostic.Finding;
import io.github.ecsdiscovery.generator.diagnostic.Path;
import io.github.ecsdiscovery.generator.model.Config;
import io.github.ecsdiscovery.generator.model.Service;
import java.util.function.Consumer;

/** A rule that looks at one service after the other. */
interface ServiceRule extends Rule {
    void check(One one, Consumer<Finding> out);

    @Override
    default void check(Subject subject, Consumer<Finding> out) {
        subject.config().services().forEach((name, service) -> check(new One(subject, name, service), out));
    }

    /** One service among all that a rule may look at. */
    record One(Subject subject, String name, Service service) {
        Config config() {
            return subject.config();
        }

        Path path(String... steps) {
            return Path.of("services", name).with(steps);
        }

        boolean isWritten(String... steps) {
            return subject.written().test(path(steps));
        }

        /** Whether the service says it itself. */
        boolean isOwn(String... steps) {
            return subject.own().test(path(steps));
        }
    }
}
