package io.github.ecsdiscovery.generator.rule.container;

import io.github.ecsdiscovery.generator.diagnostic.Finding;
import io.github.ecsdiscovery.generator.diagnostic.ProblemId;
import io.github.ecsdiscovery.generator.rule.ServiceRule;
import java.util.function.Consumer;

/** No two containers of a task have the same name. */
public final class DistinctContainerNames implements ServiceRule {
    @Override
    public void check(One one, Consumer<Finding> out) {
        if (one.service().sidecars().containsKey(one.name())) {
            String message = "a sidecar of `" + one.name() + "` is called as the service, whose own container is";
            out.accept(Finding.of(ProblemId.SIDECAR_NAME, one.path("sidecars", one.name()), message)
                    .atKey()
                    .hint("give it another name"));
        }
    }
}
