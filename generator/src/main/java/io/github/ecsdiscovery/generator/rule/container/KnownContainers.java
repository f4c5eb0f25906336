package io.github.ecsdiscovery.generator.rule.container;

import io.github.ecsdiscovery.generator.diagnostic.Finding;
import io.github.ecsdiscovery.generator.diagnostic.ProblemKind;
import io.github.ecsdiscovery.generator.diagnostic.Suggestion;
import io.github.ecsdiscovery.generator.rule.ContainerContext;
import io.github.ecsdiscovery.generator.rule.ContainerRule;
import io.github.ecsdiscovery.generator.rule.ServiceContext;
import io.github.ecsdiscovery.generator.rule.TextList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Checks that {@code dependsOn} names containers of the same task. ECS rejects a task definition that names another container, and
 * linters do not report it.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDependency.html">ContainerDependency</a>
 */
final class KnownContainers implements ContainerRule {
    private static final ProblemKind UNKNOWN_CONTAINER = ProblemKind.error(
                    "unknown-container", "`dependsOn` names a container that the task does not have.")
            .otherwise("ECS rejects the task definition. Linters do not report it.")
            .source("https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDependency.html");

    @Override
    public List<ProblemKind> kinds() {
        return List.of(UNKNOWN_CONTAINER);
    }

    @Override
    public void check(ContainerContext container, Consumer<Finding> out) {
        ServiceContext service = container.service();
        Set<String> known = service.service().containers(service.name()).keySet();
        for (String name : container.container().dependsOn().keySet()) {
            if (!known.contains(name)) {
                String message =
                        container.displayName() + " depends on `" + name + "`, but the task has no such container";
                String fallback = known.size() == 1
                        ? "add it under `sidecars`; `dependsOn` cannot name other services"
                        : "expected one of " + TextList.list(known.stream())
                                + "; `dependsOn` cannot name other services";
                out.accept(Finding.of(UNKNOWN_CONTAINER, container.path("dependsOn", name), message)
                        .atKey()
                        .hint(Suggestion.hint(name, known).orElse(fallback))
                        .also(service.path("sidecars")));
            }
        }
    }
}
