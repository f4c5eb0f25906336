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

/**
 * Checks that a deployment alarm on CPU or memory has a threshold above the scaling target of the same metric. Scaling keeps the
 * metric at its target, so the alarm would be in the {@code ALARM} state all the time.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-alarm-failure.html">Alarms that detect
 *     deployment failures</a>
 */
final class AlarmsAboveScaling implements ServiceRule {
    private static final ProblemKind ALARM_BELOW_SCALING = ProblemKind.error(
                    "alarm-below-scaling", "A deployment alarm's threshold is at or below the scaling target.")
            .otherwise(
                    "AWS accepts the template. An alarm that is already in the `ALARM` state when a deployment begins is"
                            + " ignored during that deployment. The state of alarms under `names` is unknown to the generator.")
            .source("https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-alarm-failure.html");

    @Override
    public List<ProblemKind> kinds() {
        return List.of(ALARM_BELOW_SCALING);
    }

    @Override
    public void check(ServiceContext service, Consumer<Finding> out) {
        Alarms alarms = service.service().deployment().alarms();
        Count.Scaling scaling = service.service().count().scaling();
        if (alarms != null && scaling != null) {
            check(service, "cpuPercent", alarms.cpuPercent(), scaling.cpuPercent(), out);
            check(service, "memoryPercent", alarms.memoryPercent(), scaling.memoryPercent(), out);
        }
    }

    private static void check(
            ServiceContext service,
            String key,
            @Nullable Integer threshold,
            @Nullable Integer target,
            Consumer<Finding> out) {
        if (threshold == null || target == null || threshold == 0 || threshold > target) {
            return;
        }
        String message = "the alarm `" + key + ": " + threshold + "` of `" + service.name()
                + "` is not above the scaling target of " + target + " %";
        Path path = service.path("deployment", "alarms", key);
        out.accept(Finding.of(ALARM_BELOW_SCALING, path, message)
                .hint("write a number above " + target + ", or `0` for no alarm")
                .also(service.path("count", key)));
    }
}
