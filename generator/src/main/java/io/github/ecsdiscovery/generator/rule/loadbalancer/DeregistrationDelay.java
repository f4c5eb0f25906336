package io.github.ecsdiscovery.generator.rule.loadbalancer;

import io.github.ecsdiscovery.generator.diagnostic.Finding;
import io.github.ecsdiscovery.generator.diagnostic.ProblemKind;
import io.github.ecsdiscovery.generator.model.loadbalancer.Http;
import io.github.ecsdiscovery.generator.rule.ServiceContext;
import io.github.ecsdiscovery.generator.rule.ServiceRule;
import io.github.ecsdiscovery.generator.stack.task.Timing;
import java.util.List;
import java.util.function.Consumer;

/** The load balancer leaves requests to a task that goes for as long as they may run. */
final class DeregistrationDelay implements ServiceRule {
    private static final ProblemKind SHORT_DEREGISTRATION = ProblemKind.warning(
            "short-deregistration", "The load balancer cuts requests off that a stopping service would let end.");

    @Override
    public List<ProblemKind> kinds() {
        return List.of(SHORT_DEREGISTRATION);
    }

    @Override
    public void check(ServiceContext one, Consumer<Finding> out) {
        Http front = one.service().front();
        Integer delay = front == null ? null : front.deregistrationDelay();
        if (delay != null && delay < Timing.DRAIN) {
            String message = "the load balancer cuts requests to `" + one.name() + "` off after " + delay
                    + " s, and the service lets them run for " + Timing.DRAIN + " s";
            out.accept(Finding.of(SHORT_DEREGISTRATION, one.path("http", "deregistrationDelay"), message)
                    .hint("write `deregistrationDelay: " + Timing.DRAIN + "` or more, or leave it out"));
        }
    }
}
