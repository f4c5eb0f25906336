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

/** What sidecars have of a task is there, and leaves memory for the service's own container. */
final class ContainerMemory implements ServiceRule {
    private static final ProblemKind CONTAINER_SIZES = ProblemKind.error(
            "container-sizes", "The sidecars of a task have more CPU than it has, or all its memory.");

    @Override
    public List<ProblemKind> kinds() {
        return List.of(CONTAINER_SIZES);
    }

    @Override
    public void check(ServiceContext one, Consumer<Finding> out) {
        long cpu = sum(one, Sidecar::cpu);
        if (cpu > one.service().cpu()) {
            out.accept(finding(
                    one,
                    "cpu",
                    "the sidecars of `" + one.name() + "` count on " + TextList.number(cpu)
                            + " CPU units, and a task has "
                            + TextList.number(one.service().cpu())));
        }
        long memory = sum(one, Sidecar::memory);
        if (memory >= one.service().memory()) {
            out.accept(finding(
                    one,
                    "memory",
                    "the sidecars of `" + one.name() + "` have " + TextList.number(memory) + " MiB of the task's "
                            + TextList.number(one.service().memory())
                            + ", which leaves nothing for its own container"));
        }
    }

    private static Finding finding(ServiceContext one, String key, String message) {
        return Finding.of(CONTAINER_SIZES, one.path("sidecars"), message)
                .atKey()
                .hint("give the service more `" + key + "`, or its sidecars less")
                .also(one.path(key));
    }

    private static long sum(ServiceContext one, Function<Sidecar, @Nullable Integer> part) {
        return one.service().sidecars().values().stream()
                .map(part)
                .filter(Objects::nonNull)
                .mapToLong(Integer::longValue)
                .sum();
    }
}
