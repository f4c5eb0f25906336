package io.github.ecsdiscovery.generator.rule;

import io.github.ecsdiscovery.generator.diagnostic.Finding;
import java.util.function.Consumer;

/** A rule that looks at one container after the other: those of services, and their sidecars. */
public interface ContainerRule extends ServiceRule {
    void check(Part part, Consumer<Finding> out);

    @Override
    default void check(One one, Consumer<Finding> out) {
        one.parts().forEach(part -> check(part, out));
    }
}
