package io.github.ecsdiscovery.generator.rule.crossstack;

import io.github.ecsdiscovery.generator.diagnostic.Path;
import io.github.ecsdiscovery.generator.diagnostic.ProblemKind;
import io.github.ecsdiscovery.generator.model.loadbalancer.Http;
import io.github.ecsdiscovery.generator.rule.loadbalancer.DistinctRoutes;
import io.github.ecsdiscovery.generator.stack.loadbalancer.ListenerRulePriority;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Checks that services of different stacks behind one load balancer have different routes and different priorities. {@link
 * DistinctRoutes} checks the services of a single stack.
 */
final class DistinctListenerRules implements CrossStackRule {
    @Override
    public List<ProblemKind> kinds() {
        return List.of(DistinctRoutes.SAME_ROUTE, DistinctRoutes.SAME_PRIORITY);
    }

    @Override
    public void check(StackSet stacks, Consumer<CrossStackFinding> out) {
        for (List<StackUnderCheck> group : stacks.platformGroups()) {
            Claims<String> routes = new Claims<>(stacks);
            Claims<Integer> priorities = new Claims<>(stacks);
            for (StackUnderCheck stack : group) {
                for (Target target : targets(stack)) {
                    check(
                            target,
                            routes.claim(target, target.route()),
                            priorities.claim(target, target.priority()),
                            out);
                }
            }
        }
    }

    /** The routes or priorities in use, with one service of each stack. A stack's own check reports further services. */
    private static final class Claims<K> {
        private final StackSet stacks;
        private final Map<K, Map<StackUnderCheck.Origin, Target>> targets = new HashMap<>();

        Claims(StackSet stacks) {
            this.stacks = stacks;
        }

        /**
         * Claims a route or a priority for a service, and returns the service of another stack that has it already. Services of
         * the same name are left out, because another rule reports them.
         */
        @Nullable
        Target claim(Target target, K key) {
            Map<StackUnderCheck.Origin, Target> others = targets.computeIfAbsent(key, absent -> new LinkedHashMap<>());
            Target other = others.values().stream()
                    .filter(known -> stacks.mayCoexist(target.stack(), known.stack()))
                    .filter(known -> !known.name().equals(target.name()))
                    .findFirst()
                    .orElse(null);
            others.putIfAbsent(target.stack().origin(), target);
            return other;
        }
    }

    /** A service behind the load balancer. */
    private record Target(StackUnderCheck stack, String name, Http http) {
        String route() {
            return DistinctRoutes.route(http);
        }

        int priority() {
            return ListenerRulePriority.of(stack.config().name(), name, http);
        }

        Path path() {
            return Path.of("services", name, "http");
        }
    }

    private static List<Target> targets(StackUnderCheck stack) {
        List<Target> targets = new ArrayList<>();
        new TreeMap<>(stack.config().services()).forEach((name, service) -> {
            Http http = service.enabledHttp();
            if (http != null && service.httpPort().isPresent()) {
                targets.add(new Target(stack, name, http));
            }
        });
        return targets;
    }

    private static void check(
            Target target, @Nullable Target sameRoute, @Nullable Target samePriority, Consumer<CrossStackFinding> out) {
        if (sameRoute != null) {
            String problem = "have the same host and path: " + target.route();
            out.accept(finding(target, sameRoute, DistinctRoutes.SAME_ROUTE, problem)
                    .hint("change `http.path` or `http.host` of one of them"));
        } else if (samePriority != null) {
            String problem = "have listener rules of the same priority, " + target.priority();
            out.accept(finding(target, samePriority, DistinctRoutes.SAME_PRIORITY, problem)
                    .hint(DistinctRoutes.priorityHint(target.priority())));
        }
    }

    private static CrossStackFinding finding(Target target, Target other, ProblemKind kind, String problem) {
        String message =
                "`" + other.name() + "` of `" + other.stack().name() + "` and `" + target.name() + "` " + problem;
        return CrossStackFinding.of(target.stack(), kind, target.path(), message)
                .atKey()
                .also(Path.of("platform"))
                .dependingOn(other.stack(), other.path(), Path.of("platform"));
    }
}
