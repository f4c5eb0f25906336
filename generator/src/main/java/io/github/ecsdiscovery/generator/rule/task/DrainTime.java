package io.github.ecsdiscovery.generator.rule.task;

import io.github.ecsdiscovery.generator.diagnostic.Finding;
import io.github.ecsdiscovery.generator.diagnostic.ProblemKind;
import io.github.ecsdiscovery.generator.model.discovery.Discovery;
import io.github.ecsdiscovery.generator.rule.ServiceContext;
import io.github.ecsdiscovery.generator.rule.ServiceRule;
import io.github.ecsdiscovery.generator.stack.task.Timing;
import java.util.List;
import java.util.function.Consumer;

/**
 * Checks that {@code stopTimeout} leaves a stopping task time to answer callers that still use its old address, and to finish
 * running requests. ECS deregisters a task and stops it at the same moment.
 *
 * @see <a href="https://github.com/aws/containers-roadmap/issues/343">containers-roadmap issue 343</a>
 */
final class DrainTime implements ServiceRule {
    private static final ProblemKind SHORT_DRAIN = ProblemKind.warning(
                    "short-drain", "`stopTimeout` leaves less than 15 s for running requests.")
            .otherwise(
                    "AWS accepts the template, but deployments lose requests. ECS removes a task from DNS and stops it at"
                            + " the same moment, while resolvers return its address for another TTL.")
            .source("https://github.com/aws/containers-roadmap/issues/343");

    @Override
    public List<ProblemKind> kinds() {
        return List.of(SHORT_DRAIN);
    }

    @Override
    public void check(ServiceContext service, Consumer<Finding> out) {
        Discovery discovery = service.service().activeDiscovery();
        if (discovery == null) {
            return;
        }
        int ttl = Timing.ttl(discovery);
        Timing timing = Timing.of(ttl, service.service().stopTimeout());
        if (timing.drain() < Timing.DRAIN) {
            Timing recommended = Timing.of(ttl, null);
            String message = "`stopTimeout: " + timing.stopTimeout() + "` of `" + service.name() + "` leaves "
                    + timing.lameDuck() + " s of the " + recommended.lameDuck()
                    + " s in which callers still use the old address, and " + timing.drain()
                    + " s for running requests";
            out.accept(Finding.of(SHORT_DRAIN, service.path("stopTimeout"), message)
                    .hint("remove it, or write `stopTimeout: " + recommended.stopTimeout() + "` or more"
                            + (discovery.mode().hasDnsRecords() ? " for a TTL of " + ttl + " s" : ""))
                    .also(service.path("discovery")));
        }
    }
}
