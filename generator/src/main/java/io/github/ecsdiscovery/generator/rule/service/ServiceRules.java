package io.github.ecsdiscovery.generator.rule.service;

import io.github.ecsdiscovery.generator.rule.RuleFamily;
import java.util.List;

/** The rules of this package. */
public final class ServiceRules {
    /** All rules, in the order of the reference. */
    public static final RuleFamily FAMILY = new RuleFamily(
            "Ports and security groups",
            List.of(
                    new DistinctPorts(),
                    new IngressNeedsPort(),
                    new IngressReachesTasks(),
                    new DiscoveryNeedsPort(),
                    new ServiceEgress(),
                    new ExistingGroupInOwnVpc(),
                    new SecurityGroupRuleQuota(),
                    new DistinctListEntries()));

    private ServiceRules() {}
}
