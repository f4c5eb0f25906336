package io.github.ecsdiscovery.generator.rule.network;

import io.github.ecsdiscovery.generator.diagnostic.Finding;
import io.github.ecsdiscovery.generator.diagnostic.Path;
import io.github.ecsdiscovery.generator.diagnostic.ProblemKind;
import io.github.ecsdiscovery.generator.model.network.Zone;
import io.github.ecsdiscovery.generator.rule.Regions;
import io.github.ecsdiscovery.generator.rule.Rule;
import io.github.ecsdiscovery.generator.rule.RuleContext;
import java.util.List;
import java.util.function.Consumer;

/**
 * Checks that every account has as many availability zones in the Region as the network uses. The number of zones that an account
 * sees differs in some Regions.
 */
final class ZoneCount implements Rule {
    private static final ProblemKind ZONES_OF_REGION = ProblemKind.warning(
                    "zones-of-region", "The network uses more zones than every account can use in the Region.")
            .otherwise("CloudFormation fails, because `Fn::Select` finds no zone at the last position.")
            .source("https://docs.aws.amazon.com/global-infrastructure/latest/regions/aws-availability-zones.html");

    @Override
    public List<ProblemKind> kinds() {
        return List.of(ZONES_OF_REGION);
    }

    @Override
    public void check(RuleContext context, Consumer<Finding> out) {
        String region = context.config().region();
        if (region == null || !Regions.ALL.contains(region) || context.stack().network() == null) {
            return;
        }
        List<Zone> zones = context.config().network().zones().all();
        boolean hasIds = zones.stream().anyMatch(zone -> zone.id() != null);
        int available = Regions.zoneCount(region);
        if (!hasIds && zones.size() > available) {
            String message = "`network.zones` is " + zones.size() + ", but `" + region + "` has only " + available
                    + " zones that every account can use";
            out.accept(Finding.of(ZONES_OF_REGION, Path.of("network", "zones"), message)
                    .hint("write `zones: " + available + "`")
                    .also(Path.of("region")));
        }
    }
}
