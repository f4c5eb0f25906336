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

/** Stacks behind one load balancer take different requests from it, and have different places there. */
final class DistinctListenerRules implements CrossStackRule {
    @Override
    public List<ProblemKind> kinds() {
        return List.of(DistinctRoutes.SAME_ROUTE, DistinctRoutes.SAME_PRIORITY);
    }

    @Override
    public void check(StackSet neighbours, Consumer<CrossStackFinding> out) {
        for (List<StackUnderCheck> household : neighbours.households()) {
            Taken<String> routes = new Taken<>(neighbours);
            Taken<Integer> priorities = new Taken<>(neighbours);
            for (StackUnderCheck one : household) {
                for (Fronted fronted : fronts(one)) {
                    check(
                            fronted,
                            routes.by(fronted, fronted.route()),
                            priorities.by(fronted, fronted.priority()),
                            out);
                }
            }
        }
    }

    /** What is taken at the load balancer, and by whom: of each stack one service, for its own config tells of more. */
    private static final class Taken<K> {
        private final StackSet neighbours;
        private final Map<K, Map<StackUnderCheck.Origin, Fronted>> takers = new HashMap<>();

        Taken(StackSet neighbours) {
            this.neighbours = neighbours;
        }

        /** The service of another stack that has this already; two of one name are told as that. */
        @Nullable
        Fronted by(Fronted one, K what) {
            Map<StackUnderCheck.Origin, Fronted> before = takers.computeIfAbsent(what, absent -> new LinkedHashMap<>());
            Fronted other = before.values().stream()
                    .filter(taker -> neighbours.meet(one.neighbour(), taker.neighbour()))
                    .filter(taker -> !taker.name().equals(one.name()))
                    .findFirst()
                    .orElse(null);
            before.putIfAbsent(one.neighbour().origin(), one);
            return other;
        }
    }

    /** A service behind the load balancer. */
    private record Fronted(StackUnderCheck neighbour, String name, Http front) {
        String route() {
            return DistinctRoutes.route(front);
        }

        int priority() {
            return ListenerRulePriority.of(neighbour.config().name(), name, front);
        }

        Path path() {
            return Path.of("services", name, "http");
        }
    }

    private static List<Fronted> fronts(StackUnderCheck one) {
        List<Fronted> fronts = new ArrayList<>();
        new TreeMap<>(one.config().services()).forEach((name, service) -> {
            Http front = service.front();
            if (front != null && service.frontPort().isPresent()) {
                fronts.add(new Fronted(one, name, front));
            }
        });
        return fronts;
    }

    private static void check(
            Fronted one, @Nullable Fronted same, @Nullable Fronted near, Consumer<CrossStackFinding> out) {
        if (same != null) {
            out.accept(clash(one, same, DistinctRoutes.SAME_ROUTE, "take the same requests: " + one.route())
                    .hint("give one of them another `http.path` or `http.host`"));
        } else if (near != null) {
            String words = "have the same place at the load balancer, " + one.priority();
            out.accept(clash(one, near, DistinctRoutes.SAME_PRIORITY, words).hint(DistinctRoutes.priorityHint(one.priority())));
        }
    }

    private static CrossStackFinding clash(Fronted one, Fronted other, ProblemKind id, String words) {
        String message =
                "`" + other.name() + "` of `" + other.neighbour().stack() + "` and `" + one.name() + "` " + words;
        return CrossStackFinding.of(one.neighbour(), id, one.path(), message)
                .atKey()
                .also(Path.of("platform"))
                .restingOn(other.neighbour(), other.path(), Path.of("platform"));
    }
}
