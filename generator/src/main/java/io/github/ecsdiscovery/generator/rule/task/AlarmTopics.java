package io.github.ecsdiscovery.generator.rule.task;

import io.github.ecsdiscovery.generator.diagnostic.Finding;
import io.github.ecsdiscovery.generator.diagnostic.Path;
import io.github.ecsdiscovery.generator.diagnostic.ProblemId;
import io.github.ecsdiscovery.generator.model.deployment.Alarms;
import io.github.ecsdiscovery.generator.rule.ServiceRule;
import io.github.ecsdiscovery.generator.stack.alarm.DeploymentAlarms;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A topic that is to be told is in the Region, and there is an alarm that tells it. */
public final class AlarmTopics implements ServiceRule {
    private static final int REGION = 3;

    @Override
    public void check(One one, Consumer<Finding> out) {
        Alarms said = one.service().deployment().alarms();
        if (said == null || said.actions().isEmpty()) {
            return;
        }
        Path path = one.path("deployment", "alarms", "actions");
        elsewhere(one, said.actions(), path, out);
        boolean isTold = one.subject().stack().services().stream()
                .filter(service -> service.name().equals(one.name()))
                .anyMatch(service -> hasAlarm(service.deployment().alarms()));
        if (!isTold && one.isOwn("deployment", "alarms", "actions")) {
            String message = "`" + one.name() + "` has topics that are to be told, and no alarm that is made here";
            out.accept(Finding.of(ProblemId.ACTION_WITHOUT_ALARM, path, message)
                    .atKey()
                    .hint("add one, such as `memoryPercent: 90`; alarms under `names` have actions of their own"));
        }
    }

    private static boolean hasAlarm(@Nullable DeploymentAlarms guard) {
        return guard != null && !guard.alarms().isEmpty();
    }

    private static void elsewhere(One one, List<String> topics, Path path, Consumer<Finding> out) {
        String region = one.config().region();
        for (int i = 0; region != null && i < topics.size(); i++) {
            String theirs = topics.get(i).replace("::", "").split(":", -1)[REGION];
            if (!theirs.startsWith("${") && !theirs.equals(region)) {
                String message = "the topic is in " + theirs + ", and the alarms of a stack in `" + region
                        + "` tell its own alone";
                out.accept(Finding.of(ProblemId.ALARM_ACTION_REGION, path.with(i), message)
                        .hint("name a topic in `" + region + "`")
                        .also(Path.of("region")));
            }
        }
    }
}
