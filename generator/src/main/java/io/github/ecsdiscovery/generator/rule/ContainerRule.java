package io.github.ecsdiscovery.generator.rule;

import io.github.ecsdiscovery.generator.diagnostic.Finding;
import java.util.function.Consumer;

/** A rule that checks each container by itself: those of services and their sidecars. */
public interface ContainerRule extends ServiceRule {
    /** Reports the problems of one container. */
    void check(ContainerContext container, Consumer<Finding> out);

    @Override
    default void check(ServiceContext service, Consumer<Finding> out) {
        service.containers().forEach(container -> check(container, out));
    }
}
