package io.github.ecsdiscovery.generator.rule.container;

import io.github.ecsdiscovery.generator.diagnostic.Finding;
import io.github.ecsdiscovery.generator.diagnostic.ProblemKind;
import io.github.ecsdiscovery.generator.model.service.Container;
import io.github.ecsdiscovery.generator.rule.ContainerContext;
import io.github.ecsdiscovery.generator.rule.ServiceContext;
import io.github.ecsdiscovery.generator.rule.ServiceRule;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Checks that the containers of a task do not depend on each other in a cycle. ECS rejects such a task definition because no
 * container of the cycle could start.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDependency.html">ContainerDependency</a>
 */
final class AcyclicDependencies implements ServiceRule {
    private static final ProblemKind DEPENDENCY_CYCLE = ProblemKind.error(
                    "dependency-cycle", "Containers of a task depend on each other in a cycle.")
            .otherwise("ECS rejects the task definition because none of the containers could start.")
            .source("https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDependency.html");

    @Override
    public List<ProblemKind> kinds() {
        return List.of(DEPENDENCY_CYCLE);
    }

    @Override
    public void check(ServiceContext service, Consumer<Finding> out) {
        Map<String, Container> remaining = service.service().containers(service.name());
        for (ContainerContext container : service.containers()) {
            List<String> cycle = cycle(container.name(), remaining);
            if (!cycle.isEmpty()) {
                String message = cycle.size() == 1
                        ? container.displayName() + " waits for itself, so it never starts"
                        : "containers of `" + service.name() + "` wait for each other, so none of them starts: "
                                + description(cycle);
                out.accept(Finding.of(
                                DEPENDENCY_CYCLE, container.path("dependsOn", cycle.get(1 % cycle.size())), message)
                        .atKey()
                        .hint("remove one `dependsOn` of the cycle"));
            }
            // Each cycle is reported once, at the first of its containers.
            remaining.remove(container.name());
        }
    }

    /** Returns {@code `a` for `b`, `b` for `a`}. */
    private static String description(List<String> cycle) {
        return IntStream.range(0, cycle.size())
                .mapToObj(i -> "`" + cycle.get(i) + "` for `" + cycle.get((i + 1) % cycle.size()) + "`")
                .collect(Collectors.joining(", "));
    }

    /** Returns the shortest cycle from a container back to itself within the remaining ones, or an empty list. */
    private static List<String> cycle(String start, Map<String, Container> remaining) {
        Deque<List<String>> chains = new ArrayDeque<>(List.of(List.of(start)));
        Set<String> visited = new HashSet<>();
        while (!chains.isEmpty()) {
            List<String> chain = chains.remove();
            Container last = remaining.get(chain.get(chain.size() - 1));
            for (String next :
                    last == null ? Set.<String>of() : last.dependsOn().keySet()) {
                if (next.equals(start)) {
                    return chain;
                }
                if (visited.add(next)) {
                    List<String> longer = new ArrayList<>(chain);
                    longer.add(next);
                    chains.add(longer);
                }
            }
        }
        return List.of();
    }
}
