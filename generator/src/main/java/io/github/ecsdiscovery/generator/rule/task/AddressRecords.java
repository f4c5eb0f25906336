package io.github.ecsdiscovery.generator.rule.task;

import io.github.ecsdiscovery.generator.diagnostic.Finding;
import io.github.ecsdiscovery.generator.diagnostic.ProblemId;
import io.github.ecsdiscovery.generator.model.discovery.Discovery;
import io.github.ecsdiscovery.generator.model.discovery.RecordType;
import io.github.ecsdiscovery.generator.rule.ServiceRule;
import java.util.function.Consumer;

/** Whoever asks for a service's address gets one. */
public final class AddressRecords implements ServiceRule {
    @Override
    public void check(One one, Consumer<Finding> out) {
        Discovery dns = one.service().dns();
        if (dns != null && !dns.records().contains(RecordType.A)) {
            String domain = one.config().domain();
            String message = "`" + one.name() + "` has SRV records alone: a client that asks for the address of `"
                    + one.name() + (domain == null ? "" : "." + domain) + "` finds nothing";
            out.accept(Finding.of(ProblemId.SRV_ONLY, one.path("discovery", "records"), message)
                    .hint("write `records: [A, SRV]`; the kinds of records of a service that exists never change")
                    .also(one.path("discovery")));
        }
    }
}
