package io.github.ecsdiscovery.generator.rule.loadbalancer;

import io.github.ecsdiscovery.generator.diagnostic.Finding;
import io.github.ecsdiscovery.generator.diagnostic.Path;
import io.github.ecsdiscovery.generator.diagnostic.ProblemId;
import io.github.ecsdiscovery.generator.rule.Rule;
import io.github.ecsdiscovery.generator.rule.RuleContext;
import io.github.ecsdiscovery.generator.stack.loadbalancer.LoadBalancerResources;
import java.util.function.Consumer;

/** The certificate that the stack makes has no more names than ACM puts into one. */
public final class CertificateNames implements Rule {
    /** Of an account that has asked for no more. */
    private static final int QUOTA = 10;

    @Override
    public void check(RuleContext subject, Consumer<Finding> out) {
        LoadBalancerResources balancer = subject.stack().loadBalancer();
        LoadBalancerResources.Certificate made =
                balancer == null ? null : balancer.domain().certificate();
        int names = made == null ? 0 : made.names().size();
        if (names > QUOTA) {
            String message = "the certificate has " + names + " names, and an account's quota of names in one is "
                    + QUOTA + " at first";
            out.accept(
                    Finding.of(ProblemId.CERTIFICATE_NAMES, Path.of("loadBalancer", "domain"), message)
                            .hint(
                                    "ask for more in Service Quotas, up to 100, or name a `certificate` for `*.` and the domain"));
        }
    }
}
