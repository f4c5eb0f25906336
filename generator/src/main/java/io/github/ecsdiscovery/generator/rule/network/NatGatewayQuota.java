package io.github.ecsdiscovery.generator.rule.network;

import io.github.ecsdiscovery.generator.diagnostic.Finding;
import io.github.ecsdiscovery.generator.diagnostic.Path;
import io.github.ecsdiscovery.generator.diagnostic.ProblemId;
import io.github.ecsdiscovery.generator.model.network.Nat;
import io.github.ecsdiscovery.generator.rule.Regions;
import io.github.ecsdiscovery.generator.rule.Rule;
import io.github.ecsdiscovery.generator.rule.RuleContext;
import io.github.ecsdiscovery.generator.stack.network.NetworkResources;
import java.util.Set;
import java.util.function.Consumer;

/** The account and its Region give the NAT gateways that the network has. */
public final class NatGatewayQuota implements Rule {
    /** What an account has in a Region until it asks for more. */
    private static final int ADDRESSES = 5;

    /** Those without regional NAT gateways when these were announced. */
    private static final Set<String> WITHOUT_REGIONAL = Set.of("aws-cn", "aws-us-gov");

    @Override
    public void check(RuleContext subject, Consumer<Finding> out) {
        NetworkResources network = subject.stack().network();
        Path path = Path.of("network", "nat");
        if (network == null) {
            return;
        }
        String region = subject.config().region();
        boolean regional = subject.config().network().outward() == Nat.REGIONAL;
        if (regional && region != null && WITHOUT_REGIONAL.contains(Regions.partition(region))) {
            String message = "`" + region + "` had no NAT gateways that are spread over its zones when they came out";
            out.accept(Finding.of(ProblemId.NAT_REGION, path, message)
                    .hint("write `nat: perZone`, or accept this where it has them by now")
                    .also(Path.of("region")));
        }
        long addresses = network.privateNetwork().natGateways().stream()
                .filter(gateway -> gateway.addressId() != null)
                .count();
        if (addresses > ADDRESSES) {
            String message = "NAT in each of " + addresses + " zones needs as many public addresses; an account has "
                    + ADDRESSES + " in a Region until it asks for more";
            out.accept(Finding.of(ProblemId.ADDRESS_QUOTA, path, message)
                    .hint("write `nat: regional` or fewer `network.zones`, or accept this where the quota is raised")
                    .also(Path.of("network", "zones")));
        }
    }
}
