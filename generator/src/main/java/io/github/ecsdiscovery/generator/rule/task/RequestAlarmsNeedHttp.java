package io.github.ecsdiscovery.generator.rule.task;

import io.github.ecsdiscovery.generator.diagnostic.Finding;
import io.github.ecsdiscovery.generator.diagnostic.ProblemKind;
import io.github.ecsdiscovery.generator.model.deployment.Alarms;
import io.github.ecsdiscovery.generator.rule.ServiceContext;
import io.github.ecsdiscovery.generator.rule.ServiceRule;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What looks at requests of a load balancer is behind one. In {@code defaults} it is meant for those that are. */
final class RequestAlarmsNeedHttp implements ServiceRule {
    private static final ProblemKind ALARM_WITHOUT_HTTP =
            ProblemKind.error("alarm-without-http", "An alarm looks at requests of a load balancer that sends none.");

    @Override
    public List<ProblemKind> kinds() {
        return List.of(ALARM_WITHOUT_HTTP);
    }

    @Override
    public void check(ServiceContext one, Consumer<Finding> out) {
        Alarms alarms = one.service().deployment().alarms();
        if (alarms != null && one.service().enabledHttp() == null) {
            check(one, "http5xxPercent", alarms.http5xxPercent(), out);
            check(one, "unhealthyHosts", alarms.unhealthyHosts(), out);
        }
    }

    private static void check(ServiceContext one, String key, @Nullable Integer threshold, Consumer<Finding> out) {
        if (threshold == null || threshold == 0 || !one.isSetOnService("deployment", "alarms", key)) {
            return;
        }
        String message =
                "`" + key + "` of `" + one.name() + "` looks at requests of a load balancer, which sends it none";
        out.accept(Finding.of(ALARM_WITHOUT_HTTP, one.path("deployment", "alarms", key), message)
                .hint("add `http: true`, or leave `" + key + "` out")
                .also(one.path("http")));
    }
}
