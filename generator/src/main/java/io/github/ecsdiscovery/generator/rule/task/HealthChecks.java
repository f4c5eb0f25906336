package io.github.ecsdiscovery.generator.rule.task;

import io.github.ecsdiscovery.generator.diagnostic.Finding;
import io.github.ecsdiscovery.generator.diagnostic.ProblemKind;
import io.github.ecsdiscovery.generator.rule.ServiceContext;
import io.github.ecsdiscovery.generator.rule.ServiceRule;
import java.util.List;
import java.util.function.Consumer;

/** A task that others may reach is asked whether it is well. */
final class HealthChecks implements ServiceRule {
    private static final ProblemKind NO_HEALTH_CHECK =
            ProblemKind.warning("no-health-check", "A service with a port has no health check.");

    @Override
    public List<ProblemKind> kinds() {
        return List.of(NO_HEALTH_CHECK);
    }

    @Override
    public void check(ServiceContext one, Consumer<Finding> out) {
        if (one.service().hasPort() && one.service().healthCheck() == null) {
            out.accept(Finding.of(
                            NO_HEALTH_CHECK,
                            one.path("healthCheck"),
                            "`" + one.name() + "` has a port and no `healthCheck`: a task that hangs is never replaced")
                    .hint("add `healthCheck: {command: […]}`; ECS does not look at the image's own")
                    .also(one.path("healthCheck")));
        }
    }
}
