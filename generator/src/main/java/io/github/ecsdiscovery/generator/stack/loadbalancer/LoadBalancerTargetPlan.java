package io.github.ecsdiscovery.generator.stack.loadbalancer;

import io.github.ecsdiscovery.generator.model.Config;
import io.github.ecsdiscovery.generator.model.deployment.Count;
import io.github.ecsdiscovery.generator.model.loadbalancer.Http;
import io.github.ecsdiscovery.generator.model.network.NamedPort;
import io.github.ecsdiscovery.generator.model.service.Service;
import io.github.ecsdiscovery.generator.stack.id.Export;
import io.github.ecsdiscovery.generator.stack.id.LogicalId;
import io.github.ecsdiscovery.generator.stack.id.LogicalIdRegistry;
import io.github.ecsdiscovery.generator.stack.loadbalancer.LoadBalancerTarget.ListenerRule;
import io.github.ecsdiscovery.generator.stack.loadbalancer.LoadBalancerTarget.TargetGroup;
import io.github.ecsdiscovery.generator.stack.security.SecurityGroup;
import io.github.ecsdiscovery.generator.stack.task.Scaling;
import io.github.ecsdiscovery.generator.stack.task.Timing;
import io.github.ecsdiscovery.generator.stack.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Creates the load balancer target of a service and its scaling policies. */
public final class LoadBalancerTargetPlan {
    private static final String DEFAULT_SUCCESS_CODES = "200";
    private static final int DEFAULT_GRACE_PERIOD = 60;

    private final Config config;
    private final LogicalIdRegistry ids;
    private final LoadBalancerPlan loadBalancers;

    public LoadBalancerTargetPlan(Config config, LogicalIdRegistry ids, LoadBalancerPlan loadBalancers) {
        this.config = config;
        this.ids = ids;
        this.loadBalancers = loadBalancers;
    }

    /**
     * Returns the load balancer target of a service, or null if it has none.
     *
     * @param group the service's own security group, or null if services share one
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
        TargetGroup targetGroup = new TargetGroup(
                ids.service(LogicalId.SERVICE_TARGET_GROUP, name),
                port.get().port().number(),
                check.path() == null ? Http.ALL : check.path(),
                check.successCodes() == null ? DEFAULT_SUCCESS_CODES : check.successCodes(),
                Integer.toString(delay == null ? Timing.DEREGISTRATION : delay));
        ListenerRule rule = new ListenerRule(
                ids.service(LogicalId.SERVICE_LISTENER_RULE, name),
                listener(),
                ListenerRulePriority.of(config.name(), name, http),
                http.host() == null ? List.of() : List.of(http.host()),
                paths(http.path()));
        return new LoadBalancerTarget(
                targetGroup,
                rule,
                http.gracePeriod() == null ? DEFAULT_GRACE_PERIOD : http.gracePeriod(),
                group == null ? null : loadBalancers.callRule(name, service, port.get(), group));
    }

    private Value listener() {
        String platform = config.platform();
        if (platform != null) {
            return Export.LOAD_BALANCER_LISTENER_ARN.from(platform);
        }
        return new Value.Ref(listener(config).of());
    }

    /** Returns the listener that forwards requests to services. With HTTPS, the HTTP listener only redirects to it. */
    public static LogicalId listener(Config config) {
        boolean isSecure =
                config.loadBalancer() != null && config.loadBalancer().hasHttps();
        return isSecure ? LogicalId.HTTPS_LISTENER : LogicalId.HTTP_LISTENER;
    }

    private static List<String> paths(String path) {
        return path.equals(Http.ALL) ? List.of("/*") : List.of(path, path + "/*");
    }

    // ---- Scaling ----

    /** Returns the scaling of a service, or null if its number of tasks is fixed. */
    @Nullable
    public Scaling scaling(String name, Service service, Value cluster, @Nullable LoadBalancerTarget target) {
        Count.Scaling configured = service.count().scaling();
        if (configured == null) {
            return null;
        }
        List<Scaling.Policy> policies = new ArrayList<>();
        if (configured.cpuPercent() != null) {
            policies.add(policy(name, "cpu", "ECSServiceAverageCPUUtilization", configured.cpuPercent(), null));
        }
        if (configured.memoryPercent() != null) {
            policies.add(
                    policy(name, "memory", "ECSServiceAverageMemoryUtilization", configured.memoryPercent(), null));
        }
        if (configured.requestsPerTask() != null && target != null) {
            policies.add(policy(
                    name, "requests", "ALBRequestCountPerTarget", configured.requestsPerTask(), requestLabel(target)));
        }
        return new Scaling(
                ids.service(LogicalId.SERVICE_SCALABLE_TARGET, name),
                scalableResource(name, cluster),
                configured.min(),
                configured.max(),
                policies);
    }

    private Scaling.Policy policy(String service, String name, String metric, int target, @Nullable Value label) {
        String owner = "the service `" + service + "`";
        String id = ids.id(LogicalId.SERVICE_SCALING_POLICY, owner, List.of("services", service), service, name);
        return new Scaling.Policy(id, name, metric, target, label);
    }

    /** Returns the resource id of a service in Application Auto Scaling. */
    private static Value scalableResource(String name, Value cluster) {
        String service = "/${" + LogicalId.SERVICE.of(name) + ".Name}";
        if (cluster instanceof Value.Literal literal) {
            return new Value.Sub("service/" + literal.text() + service);
        }
        return cluster instanceof Value.Ref ref
                ? new Value.Sub("service/${" + ref.id() + "}" + service)
                : new Value.SubWith("service/${Cluster}" + service, "Cluster", cluster);
    }

    /** Returns the label of the target group whose requests are counted. */
    private Value requestLabel(LoadBalancerTarget target) {
        String group = "/${" + target.targetGroup().id() + ".TargetGroupFullName}";
        String platform = config.platform();
        return platform == null
                ? new Value.Sub("${" + LogicalId.LOAD_BALANCER.of() + ".LoadBalancerFullName}" + group)
                : new Value.SubWith(
                        "${LoadBalancer}" + group, "LoadBalancer", Export.LOAD_BALANCER_FULL_NAME.from(platform));
    }
}
