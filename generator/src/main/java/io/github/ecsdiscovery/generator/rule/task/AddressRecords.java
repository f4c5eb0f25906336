package io.github.ecsdiscovery.generator.rule.task;

import io.github.ecsdiscovery.generator.diagnostic.Finding;
import io.github.ecsdiscovery.generator.diagnostic.ProblemKind;
import io.github.ecsdiscovery.generator.model.discovery.Discovery;
import io.github.ecsdiscovery.generator.model.discovery.RecordType;
import io.github.ecsdiscovery.generator.rule.ServiceContext;
import io.github.ecsdiscovery.generator.rule.ServiceRule;
import java.util.List;
import java.util.function.Consumer;

/**
 * Checks that a service with DNS records has A records. Clients that look up an address get no answer from SRV records.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-discovery.html">ECS service discovery</a>
 */
final class AddressRecords implements ServiceRule {
    private static final ProblemKind SRV_ONLY = ProblemKind.warning(
                    "srv-only", "A service has SRV records but no A records, so address lookups find nothing.")
            .otherwise(
                    "AWS accepts the template. Clients that look up the address of the service get no answer. Cloud Map"
                            + " does not change the record types of an existing service.")
            .source("https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-discovery.html");

    @Override
    public List<ProblemKind> kinds() {
        return List.of(SRV_ONLY);
    }

    @Override
    public void check(ServiceContext service, Consumer<Finding> out) {
        Discovery dns = service.service().dns();
        if (dns != null && !dns.records().contains(RecordType.A)) {
            String domain = service.config().domain();
            String message = "`" + service.name() + "` has SRV records only; clients that look up the address of `"
                    + service.name() + (domain == null ? "" : "." + domain) + "` get no answer";
            out.accept(Finding.of(SRV_ONLY, service.path("discovery", "records"), message)
                    .hint("write `records: [A, SRV]` before the first deployment; record types cannot change later")
                    .also(service.path("discovery")));
        }
    }
}
