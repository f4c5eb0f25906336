package io.github.ecsdiscovery.generator.rule.task;

import io.github.ecsdiscovery.generator.diagnostic.Finding;
import io.github.ecsdiscovery.generator.diagnostic.ProblemKind;
import io.github.ecsdiscovery.generator.rule.ServiceContext;
import io.github.ecsdiscovery.generator.rule.ServiceRule;
import java.util.List;
import java.util.function.Consumer;

/**
 * Checks that a service with a port has a health check. ECS ignores the health check of an image, and it replaces a task that hangs
 * only if the task definition has a health check.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_HealthCheck.html">HealthCheck</a>
 */
final class HealthChecks implements ServiceRule {
    private static final ProblemKind NO_HEALTH_CHECK = ProblemKind.warning(
                    "no-health-check", "A service with a port has no health check.")
            .otherwise(
                    "AWS accepts the template. ECS ignores the `HEALTHCHECK` of an image. Without a health check in the"
                            + " task definition a task that hangs stays in service.")
            .source("https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_HealthCheck.html");

    @Override
    public List<ProblemKind> kinds() {
        return List.of(NO_HEALTH_CHECK);
    }

    @Override
    public void check(ServiceContext service, Consumer<Finding> out) {
        if (service.service().hasPort() && service.service().healthCheck() == null) {
            String message =
                    "`" + service.name() + "` has a port but no `healthCheck`, so ECS never replaces a task that hangs";
            out.accept(Finding.of(NO_HEALTH_CHECK, service.path("healthCheck"), message)
                    .hint("add `healthCheck: {command: […]}`; ECS ignores the image's own health check")
                    .also(service.path("healthCheck")));
        }
    }
}
