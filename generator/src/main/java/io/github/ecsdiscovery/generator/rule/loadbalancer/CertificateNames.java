package io.github.ecsdiscovery.generator.rule.loadbalancer;

import io.github.ecsdiscovery.generator.diagnostic.Finding;
import io.github.ecsdiscovery.generator.diagnostic.Path;
import io.github.ecsdiscovery.generator.diagnostic.ProblemKind;
import io.github.ecsdiscovery.generator.rule.Rule;
import io.github.ecsdiscovery.generator.rule.RuleContext;
import io.github.ecsdiscovery.generator.stack.loadbalancer.LoadBalancerResources;
import java.util.List;
import java.util.function.Consumer;

/**
 * Checks that the certificate of the stack has at most 10 names, the default quota of ACM. ACM rejects a certificate with more
 * names until the account's quota is raised.
 *
 * @see <a href="https://docs.aws.amazon.com/acm/latest/userguide/acm-limits.html">ACM quotas</a>
 */
final class CertificateNames implements Rule {
    private static final ProblemKind CERTIFICATE_NAMES = ProblemKind.warning(
                    "certificate-names", "The certificate has more names than the default quota of ACM allows.")
            .otherwise("ACM rejects a certificate with more than 10 names unless the account's quota was raised.")
            .source("https://docs.aws.amazon.com/acm/latest/userguide/acm-limits.html");

    private static final int DEFAULT_QUOTA = 10;

    @Override
    public List<ProblemKind> kinds() {
        return List.of(CERTIFICATE_NAMES);
    }

    @Override
    public void check(RuleContext context, Consumer<Finding> out) {
        LoadBalancerResources loadBalancer = context.stack().loadBalancer();
        LoadBalancerResources.Certificate certificate =
                loadBalancer == null ? null : loadBalancer.domain().certificate();
        int names = certificate == null ? 0 : certificate.names().size();
        if (names > DEFAULT_QUOTA) {
            String message = "the certificate has " + names + " names; the default quota of ACM is " + DEFAULT_QUOTA;
            out.accept(
                    Finding.of(CERTIFICATE_NAMES, Path.of("loadBalancer", "domain"), message)
                            .hint(
                                    "ask for up to 100 in Service Quotas, or set `certificate` to one for the domain and `*.` below it"));
        }
    }
}
