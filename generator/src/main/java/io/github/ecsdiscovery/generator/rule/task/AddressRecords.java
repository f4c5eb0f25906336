package io.github.ecsdiscovery.generator.rule.task;

import io.github.ecsdiscovery.generator.diagnostic.Finding;
import io.github.ecsdiscovery.generator.diagnostic.ProblemKind;
import io.github.ecsdiscovery.generator.model.discovery.Discovery;
import io.github.ecsdiscovery.generator.model.discovery.RecordType;
import io.github.ecsdiscovery.generator.rule.ServiceContext;
import io.github.ecsdiscovery.generator.rule.ServiceRule;
import java.util.List;
import java.util.function.Consumer;

/** Whoever asks for a service's address gets one. */
final class AddressRecords implements ServiceRule {
    private static final ProblemKind SRV_ONLY = ProblemKind.warning(
            "srv-only", "A service has SRV records alone, so who asks for its address finds nothing.");

    @Override
    public List<ProblemKind> kinds() {
        return List.of(SRV_ONLY);
    }

    @Override
    public void check(ServiceContext one, Consumer<Finding> out) {
        Discovery dns = one.service().dns();
        if (dns != null && !dns.records().contains(RecordType.A)) {
            String domain = one.config().domain();
            String message = "`" + one.name() + "` has SRV records alone: a client that asks for the address of `"
                    + one.name() + (domain == null ? "" : "." + domain) + "` finds nothing";
            out.accept(Finding.of(SRV_ONLY, one.path("discovery", "records"), message)
                    .hint("write `records: [A, SRV]`; the kinds of records of a service that exists never change")
                    .also(one.path("discovery")));
        }
    }
}
