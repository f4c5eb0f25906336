package io.github.ecsdiscovery.generator.rule.service;

import io.github.ecsdiscovery.generator.rule.RuleFamily;
import java.util.List;

/** Lists the rules about ports and security groups. */
public final class ServiceRules {
    /** All rules of this package, in the order of the reference. */
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
