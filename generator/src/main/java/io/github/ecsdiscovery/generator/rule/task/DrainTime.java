package io.github.ecsdiscovery.generator.rule.task;

import io.github.ecsdiscovery.generator.diagnostic.Finding;
import io.github.ecsdiscovery.generator.diagnostic.ProblemKind;
import io.github.ecsdiscovery.generator.model.discovery.Discovery;
import io.github.ecsdiscovery.generator.rule.ServiceContext;
import io.github.ecsdiscovery.generator.rule.ServiceRule;
import io.github.ecsdiscovery.generator.stack.task.Timing;
import java.util.List;
import java.util.function.Consumer;

/** A task that is stopped has the time to end what callers, old addresses in hand, still ask of it. */
final class DrainTime implements ServiceRule {
    private static final ProblemKind SHORT_DRAIN =
            ProblemKind.warning("short-drain", "`stopTimeout` leaves less than 15 s for running requests.");

    @Override
    public List<ProblemKind> kinds() {
        return List.of(SHORT_DRAIN);
    }

    @Override
    public void check(ServiceContext one, Consumer<Finding> out) {
        Discovery found = one.service().found();
        if (found == null) {
            return;
        }
        int ttl = Timing.ttl(found);
        Timing timing = Timing.of(ttl, one.service().stopTimeout());
        if (timing.drain() < Timing.DRAIN) {
            int needed = Timing.of(ttl, null).stopTimeout();
            String message = "`stopTimeout: " + timing.stopTimeout() + "` of `" + one.name() + "` leaves "
                    + timing.lameDuck() + " s to keep serving, of "
                    + Timing.of(ttl, null).lameDuck()
                    + " s in which callers still come, and " + timing.drain() + " s for running requests";
            out.accept(Finding.of(SHORT_DRAIN, one.path("stopTimeout"), message)
                    .hint("leave it out, or write at least `stopTimeout: " + needed + "`"
                            + (found.mode().hasRecords() ? " for a TTL of " + ttl + " s" : ""))
                    .also(one.path("discovery")));
        }
    }
}
