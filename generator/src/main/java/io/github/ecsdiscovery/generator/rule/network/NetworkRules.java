package io.github.ecsdiscovery.generator.rule.network;

import io.github.ecsdiscovery.generator.rule.RuleFamily;
import java.util.List;

/** Lists the rules about the network. */
public final class NetworkRules {
    /** All rules of this package, in the order of the reference. */
    public static final RuleFamily FAMILY = new RuleFamily(
            "Network",
            List.of(
                    new VpcSize(),
                    new NetworkPrefixes(),
                    new PlacementSubnets(),
                    new PrivateSubnetEgress(),
                    new EndpointRegion(),
                    new NatGatewayQuota(),
                    new UnprovenSearchDomain(),
                    new PrivateVpcRange(),
                    new SubnetCapacity(),
                    new KnownRegion(),
                    new ZoneIds(),
                    new ZoneCount(),
                    new ExclusiveKeys()));

    private NetworkRules() {}
}
