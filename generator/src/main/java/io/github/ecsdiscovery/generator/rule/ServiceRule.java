package io.github.ecsdiscovery.generator.rule;

import io.github.ecsdiscovery.generator.diagnostic.Finding;
import java.util.function.Consumer;

/** A rule that checks each service by itself. */
public interface ServiceRule extends Rule {
    /** Reports the problems of one service. */
    void check(ServiceContext service, Consumer<Finding> out);

    @Override
    default void check(RuleContext context, Consumer<Finding> out) {
        context.config().services().forEach((name, service) -> check(new ServiceContext(context, name, service), out));
    }
}
