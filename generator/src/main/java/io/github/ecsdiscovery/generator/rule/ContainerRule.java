package io.github.ecsdiscovery.generator.rule;

import io.github.ecsdiscovery.generator.diagnostic.Finding;
import java.util.function.Consumer;

/** A rule that looks at one container after the other: those of services, and their sidecars. */
public interface ContainerRule extends ServiceRule {
    void check(ContainerContext part, Consumer<Finding> out);

    @Override
    default void check(ServiceContext one, Consumer<Finding> out) {
        one.containers().forEach(part -> check(part, out));
    }
}
