package io.github.ecsdiscovery.generator.rule.network;

import io.github.ecsdiscovery.generator.diagnostic.Finding;
import io.github.ecsdiscovery.generator.diagnostic.Path;
import io.github.ecsdiscovery.generator.diagnostic.ProblemKind;
import io.github.ecsdiscovery.generator.model.network.Nat;
import io.github.ecsdiscovery.generator.rule.Regions;
import io.github.ecsdiscovery.generator.rule.Rule;
import io.github.ecsdiscovery.generator.rule.RuleContext;
import io.github.ecsdiscovery.generator.stack.network.NetworkResources;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Checks that the Region offers the configured kind of NAT gateway, and that a new account has enough Elastic IP addresses for NAT
 * in each zone.
 */
final class NatGatewayQuota implements Rule {
    private static final ProblemKind NAT_REGION = ProblemKind.warning(
                    "nat-region", "The Region may not offer regional NAT gateways.")
            .otherwise(
                    "CloudFormation fails in a Region without regional NAT gateways. They were announced without the Regions"
                            + " of China and GovCloud.")
            .source("https://docs.aws.amazon.com/vpc/latest/userguide/nat-gateways-regional.html");

    private static final ProblemKind ADDRESS_QUOTA = ProblemKind.warning(
                    "address-quota",
                    "The NAT gateways need more Elastic IP addresses than a new account has in a Region.")
            .otherwise(
                    "EC2 rejects more than five Elastic IP addresses in a Region. The quota can be raised. Other addresses of the"
                            + " account are not counted here.")
            .source("https://docs.aws.amazon.com/vpc/latest/userguide/amazon-vpc-limits.html");

    /** The Elastic IP addresses that an account has in a Region by default. */
    private static final int ADDRESSES = 5;

    /** The partitions without regional NAT gateways when these were announced. */
    private static final Set<String> WITHOUT_REGIONAL = Set.of("aws-cn", "aws-us-gov");

    @Override
    public List<ProblemKind> kinds() {
        return List.of(NAT_REGION, ADDRESS_QUOTA);
    }

    @Override
    public void check(RuleContext context, Consumer<Finding> out) {
        NetworkResources network = context.stack().network();
        Path path = Path.of("network", "nat");
        if (network == null) {
            return;
        }
        String region = context.config().region();
        boolean isRegional = context.config().network().effectiveNat() == Nat.REGIONAL;
        if (isRegional && region != null && WITHOUT_REGIONAL.contains(Regions.partition(region))) {
            String message =
                    "`nat` is `regional`, but `" + region + "` had no regional NAT gateways when they were announced";
            out.accept(Finding.of(NAT_REGION, path, message)
                    .hint("write `nat: perZone`, or accept this warning if the Region has them by now")
                    .also(Path.of("region")));
        }
        long addresses = network.privateNetwork().natGateways().stream()
                .filter(gateway -> gateway.addressId() != null)
                .count();
        if (addresses > ADDRESSES) {
            String message = "NAT in " + addresses + " zones needs " + addresses
                    + " Elastic IP addresses; an account has " + ADDRESSES + " in a Region by default";
            out.accept(Finding.of(ADDRESS_QUOTA, path, message)
                    .hint(
                            "write `nat: regional`, use fewer `network.zones`, or accept this warning if your quota is higher")
                    .also(Path.of("network", "zones")));
        }
    }
}
