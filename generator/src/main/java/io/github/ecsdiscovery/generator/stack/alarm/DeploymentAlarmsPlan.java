package io.github.ecsdiscovery.generator.stack.alarm;

import io.github.ecsdiscovery.generator.model.Config;
import io.github.ecsdiscovery.generator.model.deployment.Alarms;
import io.github.ecsdiscovery.generator.model.service.Service;
import io.github.ecsdiscovery.generator.stack.alarm.DeploymentAlarms.Alarm;
import io.github.ecsdiscovery.generator.stack.alarm.DeploymentAlarms.Dimension;
import io.github.ecsdiscovery.generator.stack.alarm.DeploymentAlarms.Metric;
import io.github.ecsdiscovery.generator.stack.id.Export;
import io.github.ecsdiscovery.generator.stack.id.LogicalId;
import io.github.ecsdiscovery.generator.stack.id.LogicalIdRegistry;
import io.github.ecsdiscovery.generator.stack.loadbalancer.LoadBalancerTarget;
import io.github.ecsdiscovery.generator.stack.value.PseudoParameterText;
import io.github.ecsdiscovery.generator.stack.value.Value;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Creates the alarms that fail a deployment of a service. */
public final class DeploymentAlarmsPlan {
    private final Config config;
    private final LogicalIdRegistry ids;

    public DeploymentAlarmsPlan(Config config, LogicalIdRegistry ids) {
        this.config = config;
        this.ids = ids;
    }

    /** Returns the deployment alarms of a service, or null if it has none. */
    @Nullable
    public DeploymentAlarms of(String name, Service service, Value cluster, @Nullable LoadBalancerTarget target) {
        Alarms configured = service.deployment().alarms();
        if (configured == null) {
            return null;
        }
        int cpu = threshold(configured.cpuPercent());
        int memory = threshold(configured.memoryPercent());
        int serverErrors = threshold(configured.http5xxPercent());
        int unhealthyHosts = threshold(configured.unhealthyHosts());
        List<Alarm> alarms = new ArrayList<>();
        if (cpu > 0) {
            alarms.add(utilization(name, "cpu", "CPUUtilization", cpu, cluster));
        }
        if (memory > 0) {
            alarms.add(utilization(name, "memory", "MemoryUtilization", memory, cluster));
        }
        if (serverErrors > 0 && target != null) {
            alarms.add(serverErrors(name, serverErrors, target));
        }
        if (unhealthyHosts > 0 && target != null) {
            alarms.add(unhealthy(name, unhealthyHosts, target));
        }
        List<Value> names = new ArrayList<>();
        alarms.forEach(alarm -> names.add(new Value.Ref(alarm.id())));
        configured.names().forEach(existing -> names.add(PseudoParameterText.literally(existing)));
        return names.isEmpty()
                ? null
                : new DeploymentAlarms(
                        alarms,
                        names,
                        configured.actions().stream()
                                .map(PseudoParameterText::of)
                                .toList());
    }

    private Alarm utilization(String name, String metricId, String metric, int percent, Value cluster) {
        List<Dimension> dimensions =
                List.of(new Dimension("ClusterName", cluster), new Dimension("ServiceName", new Value.Literal(name)));
        return new Alarm(
                id(name, metricId),
                metric + " of " + name + " is " + percent + "% or more",
                percent,
                new Metric("AWS/ECS", metric, "Average", dimensions),
                null);
    }

    private Alarm serverErrors(String name, int percent, LoadBalancerTarget target) {
        String description = percent + "% or more of the requests to " + name + " return status 500 or above";
        return new Alarm(
                id(name, "http5xx"),
                description,
                percent,
                targetMetric("HTTPCode_Target_5XX_Count", "Sum", target),
                targetMetric("RequestCount", "Sum", target));
    }

    private Alarm unhealthy(String name, int hosts, LoadBalancerTarget target) {
        String description = "At least " + hosts + (hosts == 1 ? " task of " : " tasks of ") + name
                + (hosts == 1 ? " is unhealthy" : " are unhealthy");
        Metric metric = targetMetric("UnHealthyHostCount", "Average", target);
        return new Alarm(id(name, "unhealthyHosts"), description, hosts, metric, null);
    }

    /** Returns a metric of the load balancer for the tasks of a service. */
    private Metric targetMetric(String name, String statistic, LoadBalancerTarget target) {
        String platform = config.platform();
        Value loadBalancer = platform == null
                ? new Value.Sub("${" + LogicalId.LOAD_BALANCER.of() + ".LoadBalancerFullName}")
                : Export.LOAD_BALANCER_FULL_NAME.from(platform);
        Value targetGroup = new Value.Sub("${" + target.targetGroup().id() + ".TargetGroupFullName}");
        List<Dimension> dimensions =
                List.of(new Dimension("LoadBalancer", loadBalancer), new Dimension("TargetGroup", targetGroup));
        return new Metric("AWS/ApplicationELB", name, statistic, dimensions);
    }

    private String id(String service, String metric) {
        String owner = "the service `" + service + "`";
        return ids.id(LogicalId.SERVICE_ALARM, owner, List.of("services", service), service, metric);
    }

    private static int threshold(@Nullable Integer configured) {
        return configured == null ? 0 : configured;
    }
}
