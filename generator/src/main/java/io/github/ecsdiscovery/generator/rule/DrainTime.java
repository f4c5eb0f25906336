package io.github.ecsdiscovery.generator.rule;

import io.github.ecsdiscovery.generator.diagnostic.Finding;
import io.github.ecsdiscovery.generator.diagnostic.ProblemId;
import io.github.ecsdiscovery.generator.model.Discovery;
import io.github.ecsdiscovery.generator.stack.Timing;
import java.util.function.Consumer;

/** A task that is stopped has the time to end what callers, old addresses in hand, still ask of it. */
final class DrainTime implements ServiceRule {
    @Override
    public void check(One one, Consumer<Finding> out) {
        Discovery dns = one.service().dns();
        if (dns == null) {
            return;
        }
        Timing timing = Timing.of(dns.ttl(), one.service().stopTimeout());
        if (timing.drain() < Timing.DRAIN) {
            int needed = Timing.of(dns.ttl(), null).stopTimeout();
            String message = "`stopTimeout: " + timing.stopTimeout() + "` of `" + one.name() + "` leaves "
                    + timing.lameDuck() + " s to keep serving, of "
                    + Timing.of(dns.ttl(), null).lameDuck()
                    + " s in which callers still come, and " + timing.drain() + " s for running requests";
            out.accept(Finding.of(ProblemId.SHORT_DRAIN, one.path("stopTimeout"), message)
                    .hint("leave it out, or write at least `stopTimeout: " + needed + "` for a TTL of " + dns.ttl()
                            + " s")
                    .also(one.path("discovery")));
        }
    }
}
