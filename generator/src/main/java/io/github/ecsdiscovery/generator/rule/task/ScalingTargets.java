package io.github.ecsdiscovery.generator.rule.task;

import io.github.ecsdiscovery.generator.diagnostic.Finding;
import io.github.ecsdiscovery.generator.diagnostic.ProblemKind;
import io.github.ecsdiscovery.generator.model.deployment.Count;
import io.github.ecsdiscovery.generator.rule.ServiceContext;
import io.github.ecsdiscovery.generator.rule.ServiceRule;
import io.github.ecsdiscovery.generator.rule.TextList;
import java.util.List;
import java.util.function.Consumer;

/** A number of tasks that scales has room to, and something to go by. */
final class ScalingTargets implements ServiceRule {
    private static final ProblemKind SCALING_BOUNDS =
            ProblemKind.error("scaling-bounds", "A service has more tasks at least than at the most.");

    private static final ProblemKind SCALING_FROM_ZERO = ProblemKind.warning(
            "scaling-from-zero", "A service may scale to no task, and nothing would start one again.");

    private static final ProblemKind SCALING_WITHOUT_TARGET =
            ProblemKind.error("scaling-without-target", "A number of tasks has bounds, and nothing that it follows.");

    private static final ProblemKind REQUESTS_WITHOUT_HTTP = ProblemKind.error(
            "requests-without-http", "A number of tasks follows requests of a load balancer that sends none.");

    @Override
    public List<ProblemKind> kinds() {
        return List.of(SCALING_BOUNDS, SCALING_FROM_ZERO, SCALING_WITHOUT_TARGET, REQUESTS_WITHOUT_HTTP);
    }

    @Override
    public void check(ServiceContext one, Consumer<Finding> out) {
        Count.Scaling scaling = one.service().count().scaling();
        if (scaling == null) {
            return;
        }
        if (scaling.min() > scaling.max()) {
            String message = "`" + one.name() + "` has at least " + TextList.count(scaling.min(), "task")
                    + " and at the most " + scaling.max();
            out.accept(Finding.of(SCALING_BOUNDS, one.path("count", "max"), message)
                    .hint("write `max: " + scaling.min() + "` or more")
                    .also(one.path("count", "min")));
        }
        if (!scaling.hasTarget()) {
            String message = "the number of tasks of `" + one.name() + "` has bounds and nothing to go by";
            out.accept(Finding.of(SCALING_WITHOUT_TARGET, one.path("count"), message)
                    .atKey()
                    .hint("add `cpuPercent: 60`, or write one number")
                    .also(one.path("count")));
        }
        if (scaling.min() == 0 && scaling.hasTarget()) {
            String message =
                    "of `" + one.name() + "` no task may run, and then nothing is measured by which one would start";
            out.accept(Finding.of(SCALING_FROM_ZERO, one.path("count", "min"), message)
                    .hint("write `min: 1` or more; `count: 0` is for a service that is not to run"));
        }
        if (scaling.requestsPerTask() != null && one.service().front() == null) {
            String message = "the number of tasks of `" + one.name()
                    + "` goes by requests of a load balancer, which sends it none";
            out.accept(Finding.of(REQUESTS_WITHOUT_HTTP, one.path("count", "requestsPerTask"), message)
                    .hint("add `http: true`, or go by `cpuPercent`")
                    .also(one.path("http")));
        }
    }
}
