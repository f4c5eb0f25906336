package io.github.ecsdiscovery.generator.rule.loadbalancer;

import io.github.ecsdiscovery.generator.diagnostic.Finding;
import io.github.ecsdiscovery.generator.diagnostic.ProblemKind;
import io.github.ecsdiscovery.generator.model.loadbalancer.Http;
import io.github.ecsdiscovery.generator.rule.ServiceContext;
import io.github.ecsdiscovery.generator.rule.ServiceRule;
import io.github.ecsdiscovery.generator.stack.task.Timing;
import java.util.List;
import java.util.function.Consumer;

/**
 * Checks that the load balancer gives requests to a stopping task as much time as the task itself does. Otherwise the load
 * balancer closes connections whose requests the task would still answer.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonECS/latest/developerguide/load-balancer-connection-draining.html">Connection
 *     draining</a>
 */
final class DeregistrationDelay implements ServiceRule {
    private static final ProblemKind SHORT_DEREGISTRATION = ProblemKind.warning(
                    "short-deregistration",
                    "The load balancer drops running requests earlier than a stopping service does.")
            .otherwise("The load balancer closes the connections of running requests when the delay ends, although the"
                    + " service would still answer them.")
            .source(
                    "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/load-balancer-connection-draining.html");

    @Override
    public List<ProblemKind> kinds() {
        return List.of(SHORT_DEREGISTRATION);
    }

    @Override
    public void check(ServiceContext service, Consumer<Finding> out) {
        Http http = service.service().enabledHttp();
        Integer delay = http == null ? null : http.deregistrationDelay();
        if (delay != null && delay < Timing.DRAIN) {
            String message = "the load balancer drops running requests to `" + service.name() + "` after " + delay
                    + " s; the service gives them " + Timing.DRAIN + " s";
            out.accept(Finding.of(SHORT_DEREGISTRATION, service.path("http", "deregistrationDelay"), message)
                    .hint("write `deregistrationDelay: " + Timing.DRAIN + "` or more, or remove it"));
        }
    }
}
