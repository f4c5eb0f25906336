package io.github.ecsdiscovery.generator.stack.loadbalancer;

import io.github.ecsdiscovery.generator.model.Config;
import io.github.ecsdiscovery.generator.model.deployment.Count;
import io.github.ecsdiscovery.generator.model.loadbalancer.Http;
import io.github.ecsdiscovery.generator.model.network.NamedPort;
import io.github.ecsdiscovery.generator.model.service.Service;
import io.github.ecsdiscovery.generator.stack.id.Export;
import io.github.ecsdiscovery.generator.stack.id.LogicalId;
import io.github.ecsdiscovery.generator.stack.id.LogicalIdRegistry;
import io.github.ecsdiscovery.generator.stack.security.SecurityGroup;
import io.github.ecsdiscovery.generator.stack.task.Scaling;
import io.github.ecsdiscovery.generator.stack.task.Timing;
import io.github.ecsdiscovery.generator.stack.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Decides how requests come to a service, and how its number of tasks follows them. */
public final class LoadBalancerTargetPlan {
    private static final String OK = "200";
    private static final int GRACE = 60;

    private final Config config;
    private final LogicalIdRegistry ids;
    private final LoadBalancerPlan balancers;

    public LoadBalancerTargetPlan(Config config, LogicalIdRegistry ids, LoadBalancerPlan balancers) {
        this.config = config;
        this.ids = ids;
        this.balancers = balancers;
    }

    /**
     * What brings requests to a service, or null where no load balancer sends any.
     *
     * @param group the service's own, or null where all share one
     */
    @Nullable
    public LoadBalancerTarget of(String name, Service service, @Nullable SecurityGroup group) {
        Http http = service.enabledHttp();
        Optional<NamedPort> port = service.httpPort();
        if (http == null || port.isEmpty()) {
            return null;
        }
        Http.Check check = http.healthCheck();
        Integer delay = http.deregistrationDelay();
        return new LoadBalancerTarget(
                ids.service(LogicalId.SERVICE_TARGET_GROUP, name),
                ids.service(LogicalId.SERVICE_LISTENER_RULE, name),
                listener(),
                ListenerRulePriority.of(config.name(), name, http),
                http.host() == null ? List.of() : List.of(http.host()),
                paths(http.path()),
                port.get().port().number(),
                check.path() == null ? Http.ALL : check.path(),
                check.successCodes() == null ? OK : check.successCodes(),
                http.gracePeriod() == null ? GRACE : http.gracePeriod(),
                Integer.toString(delay == null ? Timing.DEREGISTRATION : delay),
                group == null ? null : balancers.edge(name, service, port.get(), group));
    }

    private Value listener() {
        String platform = config.platform();
        if (platform != null) {
            return Export.LOAD_BALANCER_LISTENER_ARN.from(platform);
        }
        return new Value.Ref(listener(config).of());
    }

    /** The listener that sends requests to services; another one leads there. */
    public static LogicalId listener(Config config) {
        boolean isSecure =
                config.loadBalancer() != null && config.loadBalancer().hasHttps();
        return isSecure ? LogicalId.HTTPS_LISTENER : LogicalId.HTTP_LISTENER;
    }

    private static List<String> paths(String path) {
        return path.equals(Http.ALL) ? List.of("/*") : List.of(path, path + "/*");
    }

    // ---- Scaling ----

    /** How the number of tasks follows what there is to do, or null where it stays. */
    @Nullable
    public Scaling scaling(String name, Service service, Value cluster, @Nullable LoadBalancerTarget front) {
        Count.Scaling said = service.count().scaling();
        if (said == null) {
            return null;
        }
        List<Scaling.Policy> policies = new ArrayList<>();
        if (said.cpuPercent() != null) {
            policies.add(policy(name, "cpu", "ECSServiceAverageCPUUtilization", said.cpuPercent(), null));
        }
        if (said.memoryPercent() != null) {
            policies.add(policy(name, "memory", "ECSServiceAverageMemoryUtilization", said.memoryPercent(), null));
        }
        if (said.requestsPerTask() != null && front != null) {
            policies.add(policy(name, "requests", "ALBRequestCountPerTarget", said.requestsPerTask(), targets(front)));
        }
        return new Scaling(
                ids.service(LogicalId.SERVICE_SCALABLE_TARGET, name),
                scaled(name, cluster),
                said.min(),
                said.max(),
                policies);
    }

    private Scaling.Policy policy(String service, String name, String metric, int target, @Nullable Value label) {
        String owner = "the service `" + service + "`";
        String id = ids.id(LogicalId.SERVICE_SCALING_POLICY, owner, List.of("services", service), service, name);
        return new Scaling.Policy(id, name, metric, target, label);
    }

    /** A service in the words of Application Auto Scaling. */
    private static Value scaled(String name, Value cluster) {
        String service = "/${" + LogicalId.SERVICE.of(name) + ".Name}";
        if (cluster instanceof Value.Literal literal) {
            return new Value.Sub("service/" + literal.text() + service);
        }
        return cluster instanceof Value.Ref ref
                ? new Value.Sub("service/${" + ref.id() + "}" + service)
                : new Value.SubWith("service/${Cluster}" + service, "Cluster", cluster);
    }

    /** The target group of a load balancer, by which its requests are counted. */
    private Value targets(LoadBalancerTarget front) {
        String group = "/${" + front.targetGroupId() + ".TargetGroupFullName}";
        String platform = config.platform();
        return platform == null
                ? new Value.Sub("${" + LogicalId.LOAD_BALANCER.of() + ".LoadBalancerFullName}" + group)
                : new Value.SubWith(
                        "${LoadBalancer}" + group, "LoadBalancer", Export.LOAD_BALANCER_FULL_NAME.from(platform));
    }
}
