package io.github.ecsdiscovery.generator.rule.task;

import io.github.ecsdiscovery.generator.diagnostic.Finding;
import io.github.ecsdiscovery.generator.diagnostic.ProblemKind;
import io.github.ecsdiscovery.generator.model.deployment.Count;
import io.github.ecsdiscovery.generator.rule.ServiceContext;
import io.github.ecsdiscovery.generator.rule.ServiceRule;
import java.util.List;
import java.util.function.Consumer;

/**
 * Checks that a scaling configuration has valid bounds and a metric to follow. Scaling by requests needs a load balancer that counts
 * them.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/autoscaling/application/APIReference/API_RegisterScalableTarget.html">
 *     RegisterScalableTarget</a>
 */
final class ScalingTargets implements ServiceRule {
    private static final ProblemKind SCALING_BOUNDS = ProblemKind.error(
                    "scaling-bounds", "`count.min` is above `count.max`.")
            .otherwise("Application Auto Scaling rejects a minimum above the maximum.")
            .source("https://docs.aws.amazon.com/autoscaling/application/APIReference/API_RegisterScalableTarget.html");

    private static final ProblemKind SCALING_FROM_ZERO = ProblemKind.warning(
                    "scaling-from-zero", "A service may scale to 0 tasks, and nothing would start one again.")
            .otherwise(
                    "AWS accepts the template. Once the service has 0 tasks it stays there, because there is no metric"
                            + " without a task.");

    private static final ProblemKind SCALING_WITHOUT_TARGET = ProblemKind.error(
                    "scaling-without-target", "`count` has bounds but no metric to scale by.")
            .otherwise("AWS accepts the template. The number of tasks never changes.");

    private static final ProblemKind REQUESTS_WITHOUT_HTTP = ProblemKind.error(
                    "requests-without-http", "A service scales by requests of the load balancer, but has no `http`.")
            .otherwise("The metric `ALBRequestCountPerTarget` needs a target group of a load balancer.");

    @Override
    public List<ProblemKind> kinds() {
        return List.of(SCALING_BOUNDS, SCALING_FROM_ZERO, SCALING_WITHOUT_TARGET, REQUESTS_WITHOUT_HTTP);
    }

    @Override
    public void check(ServiceContext service, Consumer<Finding> out) {
        Count.Scaling scaling = service.service().count().scaling();
        if (scaling == null) {
            return;
        }
        if (scaling.min() > scaling.max()) {
            String message =
                    "`min: " + scaling.min() + "` of `" + service.name() + "` is above `max: " + scaling.max() + "`";
            out.accept(Finding.of(SCALING_BOUNDS, service.path("count", "max"), message)
                    .hint("write `max: " + scaling.min() + "` or more")
                    .also(service.path("count", "min")));
        }
        if (!scaling.hasTarget()) {
            String message = "`count` of `" + service.name() + "` has bounds but no metric to scale by";
            out.accept(Finding.of(SCALING_WITHOUT_TARGET, service.path("count"), message)
                    .atKey()
                    .hint("add `cpuPercent: 60`, or write one number")
                    .also(service.path("count")));
        }
        if (scaling.min() == 0 && scaling.hasTarget()) {
            String message = "`" + service.name()
                    + "` may scale to 0 tasks and stay there, because there is no metric without a task";
            out.accept(Finding.of(SCALING_FROM_ZERO, service.path("count", "min"), message)
                    .hint("write `min: 1` or more; `count: 0` turns the service off"));
        }
        if (scaling.requestsPerTask() != null && service.service().enabledHttp() == null) {
            String message = "`requestsPerTask` of `" + service.name()
                    + "` needs a load balancer, but the service has no `http`";
            out.accept(Finding.of(REQUESTS_WITHOUT_HTTP, service.path("count", "requestsPerTask"), message)
                    .hint("add `http: true`, or scale by `cpuPercent`")
                    .also(service.path("http")));
        }
    }
}
