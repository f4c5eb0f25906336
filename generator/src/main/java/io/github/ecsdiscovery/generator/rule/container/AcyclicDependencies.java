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

/** No containers of a task wait for each other. */
final class AcyclicDependencies implements ServiceRule {
    private static final ProblemKind DEPENDENCY_CYCLE =
            ProblemKind.error("dependency-cycle", "Containers of a task wait for each other, so none of them starts.");

    @Override
    public List<ProblemKind> kinds() {
        return List.of(DEPENDENCY_CYCLE);
    }

    @Override
    public void check(ServiceContext one, Consumer<Finding> out) {
        Map<String, Container> left = one.service().containers(one.name());
        for (ContainerContext part : one.containers()) {
            List<String> circle = circle(part.name(), left);
            if (!circle.isEmpty()) {
                String message = circle.size() == 1
                        ? part.displayName() + " waits for itself, so it never starts"
                        : "containers of `" + one.name() + "` wait for each other, so none of them starts: "
                                + spoken(circle);
                out.accept(Finding.of(DEPENDENCY_CYCLE, part.path("dependsOn", circle.get(1 % circle.size())), message)
                        .atKey()
                        .hint("take out one `dependsOn` of it"));
            }
            // A circle is told at the first of its containers.
            left.remove(part.name());
        }
    }

    private static String spoken(List<String> circle) {
        return IntStream.range(0, circle.size())
                .mapToObj(i -> "`" + circle.get(i) + "` for `" + circle.get((i + 1) % circle.size()) + "`")
                .collect(Collectors.joining(", "));
    }

    /** The shortest way back to a container, along those that are left; empty where there is none. */
    private static List<String> circle(String start, Map<String, Container> left) {
        Deque<List<String>> ways = new ArrayDeque<>(List.of(List.of(start)));
        Set<String> seen = new HashSet<>();
        while (!ways.isEmpty()) {
            List<String> way = ways.remove();
            Container last = left.get(way.get(way.size() - 1));
            for (String next :
                    last == null ? Set.<String>of() : last.dependsOn().keySet()) {
                if (next.equals(start)) {
                    return way;
                }
                if (seen.add(next)) {
                    List<String> longer = new ArrayList<>(way);
                    longer.add(next);
                    ways.add(longer);
                }
            }
        }
        return List.of();
    }
}
