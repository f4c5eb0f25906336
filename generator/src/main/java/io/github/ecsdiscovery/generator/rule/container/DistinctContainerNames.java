package io.github.ecsdiscovery.generator.rule.container;

import io.github.ecsdiscovery.generator.diagnostic.Finding;
import io.github.ecsdiscovery.generator.diagnostic.ProblemKind;
import io.github.ecsdiscovery.generator.rule.ServiceContext;
import io.github.ecsdiscovery.generator.rule.ServiceRule;
import java.util.List;
import java.util.function.Consumer;

/**
 * Checks that no sidecar has the name of its service, because the service's own container already has that name. ECS rejects a
 * task definition with two containers of the same name.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RegisterTaskDefinition.html">RegisterTaskDefinition</a>
 */
final class DistinctContainerNames implements ServiceRule {
    private static final ProblemKind SIDECAR_NAME = ProblemKind.error(
                    "sidecar-name",
                    "A sidecar has the name of its service, which is the name of the service's own container.")
            .otherwise("ECS rejects a task definition with two containers of the same name.");

    @Override
    public List<ProblemKind> kinds() {
        return List.of(SIDECAR_NAME);
    }

    @Override
    public void check(ServiceContext service, Consumer<Finding> out) {
        if (service.service().sidecars().containsKey(service.name())) {
            String message = "the sidecar `" + service.name()
                    + "` has the name of its service; the service's own container already uses it";
            out.accept(Finding.of(SIDECAR_NAME, service.path("sidecars", service.name()), message)
                    .atKey()
                    .hint("rename the sidecar"));
        }
    }
}
