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

/**
 * Checks that no two services have the same listener rule condition or the same rule priority. The load balancer would send all
 * requests to the first of two equal rules, and it rejects a second rule with the same priority.
 *
 * @see <a href="https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateRule.html">CreateRule</a>
 */
public final class DistinctRoutes implements Rule {
    public static final ProblemKind SAME_ROUTE = ProblemKind.error(
                    "same-route", "Two services have the same host and path at the load balancer.")
            .otherwise(
                    "AWS accepts both listener rules. All requests go to the service whose rule has the lower priority"
                            + " number, and the other service never receives any.");

    public static final ProblemKind SAME_PRIORITY = ProblemKind.error(
                    "same-priority", "Two listener rules of the load balancer have the same priority.")
            .otherwise("Elastic Load Balancing rejects the second rule: \"Priority in use\". The generator calculates"
                    + " priorities from the names of the system and the service. It compares the rules of several stacks"
                    + " only when their configs are checked together.")
            .source("https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateRule.html")
            .source("https://github.com/pulumi/pulumi-aws/issues/175");

    /** The highest priority that Elastic Load Balancing accepts. */
    private static final int MAX_PRIORITY = 50_000;

    @Override
    public List<ProblemKind> kinds() {
        return List.of(SAME_ROUTE, SAME_PRIORITY);
    }

    @Override
    public void check(RuleContext context, Consumer<Finding> out) {
        Map<String, String> nameByRoute = new HashMap<>();
        Map<Integer, String> nameByPriority = new HashMap<>();
        for (Map.Entry<String, Service> entry : new TreeMap<>(context.config().services()).entrySet()) {
            String name = entry.getKey();
            Http http = entry.getValue().enabledHttp();
            if (http == null || entry.getValue().httpPort().isEmpty()) {
                continue;
            }
            String sameRoute = nameByRoute.putIfAbsent(route(http), name);
            String samePriority = nameByPriority.putIfAbsent(
                    ListenerRulePriority.of(context.config().name(), name, http), name);
            if (sameRoute != null) {
                out.accept(sameRoute(name, sameRoute, http));
            } else if (samePriority != null) {
                out.accept(samePriority(context, name, samePriority, http));
            }
        }
    }

    /** Returns the host and the path of a listener rule for messages: {@code `shop.example.com` and `/orders`}. */
    public static String route(Http http) {
        return (http.host() == null ? "every host" : "`" + http.host() + "`") + " and `" + http.path() + "`";
    }

    private static Finding sameRoute(String name, String other, Http http) {
        String message = "`" + other + "` and `" + name + "` have the same host and path: " + route(http);
        return Finding.of(SAME_ROUTE, Path.of("services", name, "http"), message)
                .atKey()
                .hint("change `http.path` or `http.host` of one of them")
                .also(Path.of("services", other, "http"));
    }

    private static Finding samePriority(RuleContext context, String name, String other, Http http) {
        int priority = ListenerRulePriority.of(context.config().name(), name, http);
        String message = "the listener rules of `" + other + "` and `" + name + "` have the same priority, " + priority;
        return Finding.of(SAME_PRIORITY, Path.of("services", name, "http"), message)
                .atKey()
                .hint(priorityHint(priority))
                .also(Path.of("services", other, "http"));
    }

    /** Returns the hint for two rules with the same priority. */
    public static String priorityHint(int priority) {
        int neighbor = priority < MAX_PRIORITY ? priority + 1 : priority - 1;
        return "write `http: {priority: " + neighbor + "}` at one of them, if that number is free";
    }
}
