package io.github.ecsdiscovery.generator.rule.task;

import io.github.ecsdiscovery.generator.diagnostic.Finding;
import io.github.ecsdiscovery.generator.diagnostic.ProblemId;
import io.github.ecsdiscovery.generator.model.deployment.Count;
import io.github.ecsdiscovery.generator.rule.ServiceRule;
import io.github.ecsdiscovery.generator.rule.TextList;
import java.util.function.Consumer;

/** A number of tasks that scales has room to, and something to go by. */
public final class ScalingTargets implements ServiceRule {
    @Override
    public void check(One one, Consumer<Finding> out) {
        Count.Scaling scaling = one.service().count().scaling();
        if (scaling == null) {
            return;
        }
        if (scaling.min() > scaling.max()) {
            String message = "`" + one.name() + "` has at least " + TextList.count(scaling.min(), "task")
                    + " and at the most " + scaling.max();
            out.accept(Finding.of(ProblemId.SCALING_BOUNDS, one.path("count", "max"), message)
                    .hint("write `max: " + scaling.min() + "` or more")
                    .also(one.path("count", "min")));
        }
        if (!scaling.hasTarget()) {
            String message = "the number of tasks of `" + one.name() + "` has bounds and nothing to go by";
            out.accept(Finding.of(ProblemId.SCALING_WITHOUT_TARGET, one.path("count"), message)
                    .atKey()
                    .hint("add `cpuPercent: 60`, or write one number")
                    .also(one.path("count")));
        }
        if (scaling.min() == 0 && scaling.hasTarget()) {
            String message =
                    "of `" + one.name() + "` no task may run, and then nothing is measured by which one would start";
            out.accept(Finding.of(ProblemId.SCALING_FROM_ZERO, one.path("count", "min"), message)
                    .hint("write `min: 1` or more; `count: 0` is for a service that is not to run"));
        }
        if (scaling.requestsPerTask() != null && one.service().front() == null) {
            String message = "the number of tasks of `" + one.name()
                    + "` goes by requests of a load balancer, which sends it none";
            out.accept(Finding.of(ProblemId.REQUESTS_WITHOUT_HTTP, one.path("count", "requestsPerTask"), message)
                    .hint("add `http: true`, or go by `cpuPercent`")
                    .also(one.path("http")));
        }
    }
}
