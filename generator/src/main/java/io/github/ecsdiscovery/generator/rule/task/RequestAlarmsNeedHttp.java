package io.github.ecsdiscovery.generator.rule.task;

import io.github.ecsdiscovery.generator.diagnostic.Finding;
import io.github.ecsdiscovery.generator.diagnostic.ProblemKind;
import io.github.ecsdiscovery.generator.model.deployment.Alarms;
import io.github.ecsdiscovery.generator.rule.ServiceContext;
import io.github.ecsdiscovery.generator.rule.ServiceRule;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Checks that a service with an alarm about requests has {@code http}. Values from {@code defaults} are ignored, because they are
 * meant for the services that have it.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-cloudwatch-metrics.html">Load
 *     balancer metrics</a>
 */
final class RequestAlarmsNeedHttp implements ServiceRule {
    private static final ProblemKind ALARM_WITHOUT_HTTP = ProblemKind.error(
                    "alarm-without-http", "A service has an alarm about requests of the load balancer, but no `http`.")
            .otherwise("AWS accepts the template. Without a target group the alarm has no data, so it never goes off.");

    @Override
    public List<ProblemKind> kinds() {
        return List.of(ALARM_WITHOUT_HTTP);
    }

    @Override
    public void check(ServiceContext service, Consumer<Finding> out) {
        Alarms alarms = service.service().deployment().alarms();
        if (alarms != null && service.service().enabledHttp() == null) {
            check(service, "http5xxPercent", alarms.http5xxPercent(), out);
            check(service, "unhealthyHosts", alarms.unhealthyHosts(), out);
        }
    }

    private static void check(ServiceContext service, String key, @Nullable Integer threshold, Consumer<Finding> out) {
        if (threshold == null || threshold == 0 || !service.isSetOnService("deployment", "alarms", key)) {
            return;
        }
        String message = "the alarm `" + key + "` of `" + service.name()
                + "` needs a load balancer, but the service has no `http`";
        out.accept(Finding.of(ALARM_WITHOUT_HTTP, service.path("deployment", "alarms", key), message)
                .hint("add `http: true`, or remove `" + key + "`")
                .also(service.path("http")));
    }
}
