package io.github.ecsdiscovery.generator.rule.container;

import io.github.ecsdiscovery.generator.diagnostic.Finding;
import io.github.ecsdiscovery.generator.diagnostic.ProblemKind;
import io.github.ecsdiscovery.generator.diagnostic.Suggestion;
import io.github.ecsdiscovery.generator.rule.ContainerContext;
import io.github.ecsdiscovery.generator.rule.ContainerRule;
import io.github.ecsdiscovery.generator.rule.TextList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** A container waits for containers of its own task. */
final class KnownContainers implements ContainerRule {
    private static final ProblemKind UNKNOWN_CONTAINER =
            ProblemKind.error("unknown-container", "A container waits for one that its task does not have.");

    @Override
    public List<ProblemKind> kinds() {
        return List.of(UNKNOWN_CONTAINER);
    }

    @Override
    public void check(ContainerContext part, Consumer<Finding> out) {
        Set<String> known =
                part.service().service().containers(part.service().name()).keySet();
        for (String name : part.container().dependsOn().keySet()) {
            if (!known.contains(name)) {
                String message = "`dependsOn` of " + part.displayName() + " names `" + name
                        + "`, which is no container of the task";
                String otherwise = known.size() == 1
                        ? "the service has no `sidecars`; other services are no part of the task"
                        : "the task has " + TextList.list(known.stream()) + "; other services are no part of it";
                out.accept(Finding.of(UNKNOWN_CONTAINER, part.path("dependsOn", name), message)
                        .atKey()
                        .hint(Suggestion.hint(name, known).orElse(otherwise))
                        .also(part.service().path("sidecars")));
            }
        }
    }
}
