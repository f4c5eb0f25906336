package io.github.ecsdiscovery.generator.rule.task;

import io.github.ecsdiscovery.generator.diagnostic.Finding;
import io.github.ecsdiscovery.generator.diagnostic.Path;
import io.github.ecsdiscovery.generator.diagnostic.ProblemKind;
import io.github.ecsdiscovery.generator.model.deployment.Alarms;
import io.github.ecsdiscovery.generator.model.deployment.Count;
import io.github.ecsdiscovery.generator.rule.ServiceContext;
import io.github.ecsdiscovery.generator.rule.ServiceRule;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What the number of tasks is kept at is no alarm yet. */
final class AlarmsAboveScaling implements ServiceRule {
    private static final ProblemKind ALARM_BELOW_SCALING =
            ProblemKind.error("alarm-below-scaling", "An alarm goes off at what the number of tasks is kept at.");

    @Override
    public List<ProblemKind> kinds() {
        return List.of(ALARM_BELOW_SCALING);
    }

    @Override
    public void check(ServiceContext one, Consumer<Finding> out) {
        Alarms alarms = one.service().deployment().alarms();
        Count.Scaling scaling = one.service().count().scaling();
        if (alarms != null && scaling != null) {
            check(one, "cpuPercent", alarms.cpuPercent(), scaling.cpuPercent(), out);
            check(one, "memoryPercent", alarms.memoryPercent(), scaling.memoryPercent(), out);
        }
    }

    private static void check(
            ServiceContext one, String key, @Nullable Integer alarm, @Nullable Integer target, Consumer<Finding> out) {
        if (alarm == null || target == null || alarm == 0 || alarm > target) {
            return;
        }
        String message = "a deployment of `" + one.name() + "` fails at " + alarm
                + " %, and the number of its tasks is made to follow " + target + " %";
        Path path = one.path("deployment", "alarms", key);
        out.accept(Finding.of(ALARM_BELOW_SCALING, path, message)
                .hint("write an alarm above " + target + ", or `0` for none")
                .also(one.path("count", key)));
    }
}
