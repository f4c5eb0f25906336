package io.github.ecsdiscovery.generator.rule.crossstack;

import io.github.ecsdiscovery.generator.diagnostic.Path;
import io.github.ecsdiscovery.generator.diagnostic.ProblemKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * No two stacks have a service of one name where that is one name in DNS, or, of stacks that join a platform, one service in
 * its cluster.
 */
final class DistinctServices implements CrossStackRule {
    private static final ProblemKind SAME_SERVICE =
            ProblemKind.error("same-service", "Two stacks in one namespace have a service of the same name.");

    @Override
    public List<ProblemKind> kinds() {
        return List.of(SAME_SERVICE);
    }

    @Override
    public void check(StackSet neighbours, Consumer<CrossStackFinding> out) {
        for (List<StackUnderCheck> household : neighbours.households()) {
            check(neighbours, household, true, out);
        }
        Map<String, List<StackUnderCheck>> namespaces = new HashMap<>();
        for (StackUnderCheck one : neighbours.all()) {
            String id = one.config().namespace().id();
            if (id != null && !one.joins()) {
                namespaces.computeIfAbsent(id, absent -> new ArrayList<>()).add(one);
            }
        }
        namespaces.values().forEach(some -> check(neighbours, some, false, out));
    }

    private static void check(
            StackSet neighbours, List<StackUnderCheck> some, boolean isOneCluster, Consumer<CrossStackFinding> out) {
        Map<String, List<StackUnderCheck>> holders = new HashMap<>();
        for (StackUnderCheck one : some) {
            one.config().services().forEach((name, service) -> {
                boolean isFound = service.dns() != null;
                if (!isOneCluster && !isFound) {
                    return;
                }
                List<StackUnderCheck> before = holders.computeIfAbsent(name, absent -> new ArrayList<>());
                before.stream()
                        .filter(other -> neighbours.meet(one, other))
                        .findFirst()
                        .filter(other -> !one.config().peers().containsKey(name))
                        .ifPresent(other -> out.accept(clash(one, other, name, isOneCluster)));
                before.add(one);
            });
        }
    }

    private static CrossStackFinding clash(
            StackUnderCheck one, StackUnderCheck other, String name, boolean isOneCluster) {
        String message = "`" + name + "` is a service of the stack `" + other.stack() + "` too, and both are in one "
                + (isOneCluster ? "namespace and cluster" : "namespace");
        return CrossStackFinding.of(one, SAME_SERVICE, Path.of("services", name), message)
                .atKey()
                .hint("give it another name, or take it out and name it under `peers`: `" + name + ": {stack: "
                        + other.stack() + ", …}`")
                .also(Path.of("platform"), Path.of("peers", name))
                .restingOn(other, Path.of("services", name), Path.of("platform"));
    }
}
