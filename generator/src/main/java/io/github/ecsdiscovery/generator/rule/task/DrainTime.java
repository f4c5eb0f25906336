package io.github.ecsdiscovery.generator.rule.task;

import io.github.ecsdiscovery.generator.diagnostic.Finding;
import io.github.ecsdiscovery.generator.diagnostic.ProblemId;
import io.github.ecsdiscovery.generator.model.discovery.Discovery;
import io.github.ecsdiscovery.generator.rule.ServiceRule;
import io.github.ecsdiscovery.generator.stack.task.Timing;
import java.util.function.Consumer;

/** A task that is stopped has the time to end what callers, old addresses in hand, still ask of it. */
public final class DrainTime implements ServiceRule {
    @Override
    public void check(One one, Consumer<Finding> out) {
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
            out.accept(Finding.of(ProblemId.SHORT_DRAIN, one.path("stopTimeout"), message)
                    .hint("leave it out, or write at least `stopTimeout: " + needed + "`"
                            + (found.mode().hasRecords() ? " for a TTL of " + ttl + " s" : ""))
                    .also(one.path("discovery")));
        }
    }
}
