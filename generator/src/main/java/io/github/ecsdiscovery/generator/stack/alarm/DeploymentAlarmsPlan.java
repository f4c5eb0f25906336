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

/** Decides which alarms fail a deployment of a service. */
public final class DeploymentAlarmsPlan {
    private final Config config;
    private final LogicalIdRegistry ids;

    public DeploymentAlarmsPlan(Config config, LogicalIdRegistry ids) {
        this.config = config;
        this.ids = ids;
    }

    /** What fails a deployment of a service, or null where no alarm does. */
    @Nullable
    public DeploymentAlarms of(String name, Service service, Value cluster, @Nullable LoadBalancerTarget front) {
        Alarms said = service.deployment().alarms();
        if (said == null) {
            return null;
        }
        int cpu = threshold(said.cpuPercent());
        int memory = threshold(said.memoryPercent());
        int failures = threshold(said.http5xxPercent());
        int hosts = threshold(said.unhealthyHosts());
        List<Alarm> alarms = new ArrayList<>();
        if (cpu > 0) {
            alarms.add(used(name, "cpu", "CPUUtilization", cpu, cluster));
        }
        if (memory > 0) {
            alarms.add(used(name, "memory", "MemoryUtilization", memory, cluster));
        }
        if (failures > 0 && front != null) {
            alarms.add(failed(name, failures, front));
        }
        if (hosts > 0 && front != null) {
            alarms.add(unwell(name, hosts, front));
        }
        List<Value> names = new ArrayList<>();
        alarms.forEach(alarm -> names.add(new Value.Ref(alarm.id())));
        said.names().forEach(existing -> names.add(PseudoParameterText.literally(existing)));
        return names.isEmpty()
                ? null
                : new DeploymentAlarms(
                        alarms,
                        names,
                        said.actions().stream().map(PseudoParameterText::of).toList());
    }

    private Alarm used(String name, String what, String metric, int percent, Value cluster) {
        List<Dimension> dimensions =
                List.of(new Dimension("ClusterName", cluster), new Dimension("ServiceName", new Value.Literal(name)));
        return new Alarm(
                id(name, what),
                metric + " of " + name + " is " + percent + " % or more",
                percent,
                new Metric("AWS/ECS", metric, "Average", dimensions),
                null);
    }

    private Alarm failed(String name, int percent, LoadBalancerTarget front) {
        String description = percent + " % of the requests to " + name + " end with a status of 500 or above";
        return new Alarm(
                id(name, "http5xx"),
                description,
                percent,
                targets("HTTPCode_Target_5XX_Count", "Sum", front),
                targets("RequestCount", "Sum", front));
    }

    private Alarm unwell(String name, int hosts, LoadBalancerTarget front) {
        String description =
                "The load balancer finds " + hosts + (hosts == 1 ? " task" : " tasks") + " of " + name + " unwell";
        Metric metric = targets("UnHealthyHostCount", "Average", front);
        return new Alarm(id(name, "unhealthyHosts"), description, hosts, metric, null);
    }

    /** What the load balancer counts of a service's tasks. */
    private Metric targets(String name, String statistic, LoadBalancerTarget front) {
        String platform = config.platform();
        Value balancer = platform == null
                ? new Value.Sub("${" + LogicalId.LOAD_BALANCER.of() + ".LoadBalancerFullName}")
                : Export.LOAD_BALANCER_FULL_NAME.from(platform);
        Value targets = new Value.Sub("${" + front.targetGroupId() + ".TargetGroupFullName}");
        List<Dimension> dimensions =
                List.of(new Dimension("LoadBalancer", balancer), new Dimension("TargetGroup", targets));
        return new Metric("AWS/ApplicationELB", name, statistic, dimensions);
    }

    private String id(String service, String metric) {
        String owner = "the service `" + service + "`";
        return ids.id(LogicalId.SERVICE_ALARM, owner, List.of("services", service), service, metric);
    }

    private static int threshold(@Nullable Integer said) {
        return said == null ? 0 : said;
    }
}
