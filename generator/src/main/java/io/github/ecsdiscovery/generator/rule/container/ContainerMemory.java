package io.github.ecsdiscovery.generator.rule.container;

import io.github.ecsdiscovery.generator.diagnostic.Finding;
import io.github.ecsdiscovery.generator.diagnostic.ProblemKind;
import io.github.ecsdiscovery.generator.model.service.Sidecar;
import io.github.ecsdiscovery.generator.rule.ServiceContext;
import io.github.ecsdiscovery.generator.rule.ServiceRule;
import io.github.ecsdiscovery.generator.rule.TextList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Checks that the sidecars fit into their task and leave memory for the service's own container. ECS rejects a task definition
 * whose containers reserve more CPU or memory than the task has.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html">ContainerDefinition</a>
 */
final class ContainerMemory implements ServiceRule {
    private static final ProblemKind CONTAINER_SIZES = ProblemKind.error(
                    "container-sizes",
                    "The sidecars of a task reserve more CPU than the task has, or all of its memory.")
            .otherwise("ECS rejects a task definition whose containers reserve more than the task has.")
            .source("https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html");

    @Override
    public List<ProblemKind> kinds() {
        return List.of(CONTAINER_SIZES);
    }

    @Override
    public void check(ServiceContext service, Consumer<Finding> out) {
        long cpu = sum(service, Sidecar::cpu);
        if (cpu > service.service().cpu()) {
            out.accept(finding(
                    service,
                    "cpu",
                    "the sidecars of `" + service.name() + "` reserve " + TextList.number(cpu)
                            + " CPU units; the task has "
                            + TextList.number(service.service().cpu())));
        }
        long memory = sum(service, Sidecar::memory);
        if (memory >= service.service().memory()) {
            out.accept(finding(
                    service,
                    "memory",
                    "the sidecars of `" + service.name() + "` reserve " + TextList.number(memory)
                            + " MiB; the task has "
                            + TextList.number(service.service().memory())
                            + " MiB, which leaves nothing for the service's own container"));
        }
    }

    private static Finding finding(ServiceContext service, String key, String message) {
        return Finding.of(CONTAINER_SIZES, service.path("sidecars"), message)
                .atKey()
                .hint("raise `" + key + "` of the service, or lower it at its sidecars")
                .also(service.path(key));
    }

    private static long sum(ServiceContext service, Function<Sidecar, @Nullable Integer> size) {
        return service.service().sidecars().values().stream()
                .map(size)
                .filter(Objects::nonNull)
                .mapToLong(Integer::longValue)
                .sum();
    }
}
