package io.github.ecsdiscovery.generator.rule.crossstack;

import io.github.ecsdiscovery.generator.diagnostic.Path;
import io.github.ecsdiscovery.generator.diagnostic.ProblemKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Checks that no two stacks have a service of the same name in one namespace or one cluster. Stacks that join a platform share its
 * namespace and its cluster.
 */
final class DistinctServices implements CrossStackRule {
    private static final ProblemKind SAME_SERVICE = ProblemKind.error(
                    "same-service", "Two stacks have a service of the same name in one namespace or cluster.")
            .otherwise(
                    "The deployment of the second stack fails, because Cloud Map rejects a second service of the same name"
                            + " in a namespace, and ECS in a cluster. The generator only knows the services of configs that are"
                            + " checked together.");

    @Override
    public List<ProblemKind> kinds() {
        return List.of(SAME_SERVICE);
    }

    @Override
    public void check(StackSet stacks, Consumer<CrossStackFinding> out) {
        for (List<StackUnderCheck> group : stacks.platformGroups()) {
            check(stacks, group, Shared.NAMESPACE_AND_CLUSTER, out);
        }
        Map<String, List<StackUnderCheck>> stacksByNamespace = new HashMap<>();
        for (StackUnderCheck stack : stacks.all()) {
            String id = stack.config().namespace().id();
            if (id != null && !stack.joinsPlatform()) {
                stacksByNamespace
                        .computeIfAbsent(id, absent -> new ArrayList<>())
                        .add(stack);
            }
        }
        stacksByNamespace.values().forEach(group -> check(stacks, group, Shared.NAMESPACE, out));
    }

    /** The resources that the stacks of a group share. */
    private enum Shared {
        NAMESPACE("namespace"),
        NAMESPACE_AND_CLUSTER("namespace and cluster");

        private final String words;

        Shared(String words) {
            this.words = words;
        }
    }

    private static void check(
            StackSet stacks, List<StackUnderCheck> group, Shared shared, Consumer<CrossStackFinding> out) {
        Map<String, List<StackUnderCheck>> owners = new HashMap<>();
        for (StackUnderCheck stack : group) {
            stack.config().services().forEach((name, service) -> {
                boolean hasDns = service.dns() != null;
                if (shared == Shared.NAMESPACE && !hasDns) {
                    return;
                }
                List<StackUnderCheck> others = owners.computeIfAbsent(name, absent -> new ArrayList<>());
                others.stream()
                        .filter(other -> stacks.mayCoexist(stack, other))
                        .findFirst()
                        .filter(other -> !stack.config().peers().containsKey(name))
                        .ifPresent(other -> out.accept(finding(stack, other, name, shared)));
                others.add(stack);
            });
        }
    }

    private static CrossStackFinding finding(StackUnderCheck stack, StackUnderCheck other, String name, Shared shared) {
        String message = "the stack `" + other.name() + "` also has a service `" + name
                + "`, and both stacks are in the same " + shared.words;
        return CrossStackFinding.of(stack, SAME_SERVICE, Path.of("services", name), message)
                .atKey()
                .hint("rename it, or remove it and declare it under `peers`: `" + name + ": {stack: " + other.name()
                        + ", …}`")
                .also(Path.of("platform"), Path.of("peers", name))
                .dependingOn(other, Path.of("services", name), Path.of("platform"));
    }
}
