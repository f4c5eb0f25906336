package io.github.ecsdiscovery.generator.rule.loadbalancer;

import io.github.ecsdiscovery.generator.diagnostic.Finding;
import io.github.ecsdiscovery.generator.diagnostic.Path;
import io.github.ecsdiscovery.generator.diagnostic.ProblemKind;
import io.github.ecsdiscovery.generator.model.loadbalancer.Http;
import io.github.ecsdiscovery.generator.model.service.Service;
import io.github.ecsdiscovery.generator.rule.Rule;
import io.github.ecsdiscovery.generator.rule.RuleContext;
import io.github.ecsdiscovery.generator.stack.loadbalancer.ListenerRulePriority;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** No two services take the same requests from the load balancer, and no two of its rules have one place. */
public final class DistinctRoutes implements Rule {
    public static final ProblemKind SAME_ROUTE =
            ProblemKind.error("same-route", "Two services take the same requests from the load balancer.");

    public static final ProblemKind SAME_PRIORITY = ProblemKind.error(
            "same-priority", "Two rules of the load balancer have the same place, so one of them needs a `priority`.");

    @Override
    public List<ProblemKind> kinds() {
        return List.of(SAME_ROUTE, SAME_PRIORITY);
    }

    @Override
    public void check(RuleContext subject, Consumer<Finding> out) {
        Map<String, String> routes = new HashMap<>();
        Map<Integer, String> priorities = new HashMap<>();
        for (Map.Entry<String, Service> entry : new TreeMap<>(subject.config().services()).entrySet()) {
            String name = entry.getKey();
            Http front = entry.getValue().front();
            if (front == null || entry.getValue().frontPort().isEmpty()) {
                continue;
            }
            String same = routes.putIfAbsent(route(front), name);
            String met = priorities.putIfAbsent(
                    ListenerRulePriority.of(subject.config().name(), name, front), name);
            if (same != null) {
                out.accept(sameRoute(name, same, front));
            } else if (met != null) {
                out.accept(samePriority(subject, name, met, front));
            }
        }
    }

    /** The requests that it takes, in words. */
    public static String route(Http front) {
        return (front.host() == null ? "every host" : "`" + front.host() + "`") + " and `" + front.path() + "`";
    }

    private static Finding sameRoute(String name, String other, Http front) {
        String message = "`" + other + "` and `" + name + "` take the same requests: " + route(front);
        return Finding.of(SAME_ROUTE, Path.of("services", name, "http"), message)
                .atKey()
                .hint("give one of them another `http.path` or `http.host`")
                .also(Path.of("services", other, "http"));
    }

    private static Finding samePriority(RuleContext subject, String name, String other, Http front) {
        int priority = ListenerRulePriority.of(subject.config().name(), name, front);
        String message =
                "the rules of `" + other + "` and `" + name + "` have the same place at the load balancer, " + priority;
        return Finding.of(SAME_PRIORITY, Path.of("services", name, "http"), message)
                .atKey()
                .hint(free(priority))
                .also(Path.of("services", other, "http"));
    }

    /** What to write where two have one priority. */
    public static String free(int priority) {
        int free = priority < 50_000 ? priority + 1 : priority - 1;
        return "write `http: {priority: " + free + "}` at one of them, if nobody has that";
    }
}
