package io.github.ecsdiscovery.generator.rule.task;

import io.github.ecsdiscovery.generator.diagnostic.Finding;
import io.github.ecsdiscovery.generator.diagnostic.ProblemId;
import io.github.ecsdiscovery.generator.rule.ServiceRule;
import java.util.function.Consumer;

/** A task that others may reach is asked whether it is well. */
public final class HealthChecks implements ServiceRule {
    @Override
    public void check(One one, Consumer<Finding> out) {
        if (one.service().hasPort() && one.service().healthCheck() == null) {
            out.accept(Finding.of(
                            ProblemId.NO_HEALTH_CHECK,
                            one.path("healthCheck"),
                            "`" + one.name() + "` has a port and no `healthCheck`: a task that hangs is never replaced")
                    .hint("add `healthCheck: {command: […]}`; ECS does not look at the image's own")
                    .also(one.path("healthCheck")));
        }
    }
}
