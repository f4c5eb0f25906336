package io.github.ecsdiscovery.generator.rule.container;

import io.github.ecsdiscovery.generator.diagnostic.Finding;
import io.github.ecsdiscovery.generator.diagnostic.ProblemKind;
import io.github.ecsdiscovery.generator.rule.ServiceContext;
import io.github.ecsdiscovery.generator.rule.ServiceRule;
import java.util.List;
import java.util.function.Consumer;

/** No two containers of a task have the same name. */
final class DistinctContainerNames implements ServiceRule {
    private static final ProblemKind SIDECAR_NAME =
            ProblemKind.error("sidecar-name", "A sidecar is called as its service, whose own container is.");

    @Override
    public List<ProblemKind> kinds() {
        return List.of(SIDECAR_NAME);
    }

    @Override
    public void check(ServiceContext one, Consumer<Finding> out) {
        if (one.service().sidecars().containsKey(one.name())) {
            String message = "a sidecar of `" + one.name() + "` is called as the service, whose own container is";
            out.accept(Finding.of(SIDECAR_NAME, one.path("sidecars", one.name()), message)
                    .atKey()
                    .hint("give it another name"));
        }
    }
}
