package io.github.ecsdiscovery.generator.rule.task;

import io.github.ecsdiscovery.generator.diagnostic.Finding;
import io.github.ecsdiscovery.generator.diagnostic.Path;
import io.github.ecsdiscovery.generator.diagnostic.ProblemKind;
import io.github.ecsdiscovery.generator.model.deployment.Alarms;
import io.github.ecsdiscovery.generator.rule.ServiceContext;
import io.github.ecsdiscovery.generator.rule.ServiceRule;
import io.github.ecsdiscovery.generator.stack.alarm.DeploymentAlarms;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Checks that topics under {@code deployment.alarms.actions} are in the stack's Region, and that the stack creates an alarm that
 * notifies them. CloudWatch rejects actions of another Region.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutMetricAlarm.html">PutMetricAlarm</a>
 */
final class AlarmTopics implements ServiceRule {
    private static final ProblemKind ALARM_ACTION_REGION = ProblemKind.error(
                    "alarm-action-region", "An alarm notifies a topic in another Region.")
            .otherwise("CloudWatch rejects an alarm with an action in another Region.")
            .source("https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutMetricAlarm.html");

    private static final ProblemKind ACTION_WITHOUT_ALARM = ProblemKind.warning(
                    "action-without-alarm", "Topics are configured, but the stack creates no alarm that notifies them.")
            .otherwise("AWS accepts the template. The topics never receive a notification.");

    /** The position of the Region in an ARN. */
    private static final int ARN_REGION = 3;

    @Override
    public List<ProblemKind> kinds() {
        return List.of(ALARM_ACTION_REGION, ACTION_WITHOUT_ALARM);
    }

    @Override
    public void check(ServiceContext service, Consumer<Finding> out) {
        Alarms alarms = service.service().deployment().alarms();
        if (alarms == null || alarms.actions().isEmpty()) {
            return;
        }
        Path path = service.path("deployment", "alarms", "actions");
        checkRegion(service, alarms.actions(), path, out);
        boolean createsAlarm = service.context().stack().services().stream()
                .filter(resources -> resources.name().equals(service.name()))
                .anyMatch(resources -> createsAlarm(resources.deployment().alarms()));
        if (!createsAlarm && service.isSetOnService("deployment", "alarms", "actions")) {
            String message = "`" + service.name() + "` has `actions`, but the stack creates no alarm for it";
            out.accept(Finding.of(ACTION_WITHOUT_ALARM, path, message)
                    .atKey()
                    .hint("add an alarm, such as `memoryPercent: 90`; alarms under `names` have their own actions"));
        }
    }

    private static boolean createsAlarm(@Nullable DeploymentAlarms alarms) {
        return alarms != null && !alarms.alarms().isEmpty();
    }

    private static void checkRegion(ServiceContext service, List<String> topics, Path path, Consumer<Finding> out) {
        String region = service.config().region();
        for (int i = 0; region != null && i < topics.size(); i++) {
            String topicRegion = topics.get(i).replace("::", "").split(":", -1)[ARN_REGION];
            if (!topicRegion.startsWith("${") && !topicRegion.equals(region)) {
                String message = "the topic `" + topics.get(i) + "` is in `" + topicRegion + "`; an alarm in `" + region
                        + "` only notifies topics of its own Region";
                out.accept(Finding.of(ALARM_ACTION_REGION, path.with(i), message)
                        .hint("write the ARN of a topic in `" + region + "`")
                        .also(Path.of("region")));
            }
        }
    }
}
