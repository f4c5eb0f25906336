package io.github.ecsdiscovery.generator.rule;

import io.github.ecsdiscovery.generator.diagnostic.Finding;
import java.util.function.Consumer;

/** A rule that looks at one service after the other. */
public interface ServiceRule extends Rule {
    void check(ServiceContext one, Consumer<Finding> out);

    @Override
    default void check(RuleContext subject, Consumer<Finding> out) {
        subject.config().services().forEach((name, service) -> check(new ServiceContext(subject, name, service), out));
    }
}
