package io.github.ecsdiscovery.generator.rule.loadbalancer;

import io.github.ecsdiscovery.generator.rule.RuleFamily;
import java.util.List;

/** The rules about the load balancer, its certificate and its listener rules. */
public final class LoadBalancerRules {
    /** The rules in the order of the reference. */
    public static final RuleFamily FAMILY = new RuleFamily(
            "Load balancer",
            List.of(
                    new HttpTargetPort(),
                    new DistinctRoutes(),
                    new LoadBalancerCertificate(),
                    new HostsInDomain(),
                    new VisibleDomain(),
                    new CertificateNames(),
                    new LoadBalancerSubnets(),
                    new DeregistrationDelay()));

    private LoadBalancerRules() {}
}
