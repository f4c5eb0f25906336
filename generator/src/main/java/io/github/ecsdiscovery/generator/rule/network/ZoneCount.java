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

/** The Region has as many zones as the network. */
final class ZoneCount implements Rule {
    private static final ProblemKind ZONES_OF_REGION =
            ProblemKind.warning("zones-of-region", "The Region has fewer zones that every account sees.");

    @Override
    public List<ProblemKind> kinds() {
        return List.of(ZONES_OF_REGION);
    }

    @Override
    public void check(RuleContext subject, Consumer<Finding> out) {
        String region = subject.config().region();
        if (region == null || !Regions.ALL.contains(region) || subject.stack().network() == null) {
            return;
        }
        List<Zone> zones = subject.config().network().zones().all();
        boolean byId = zones.stream().anyMatch(zone -> zone.id() != null);
        int there = Regions.zoneCount(region);
        if (!byId && zones.size() > there) {
            String message = "`network.zones` is " + zones.size() + ", and `" + region + "` has " + there
                    + " zones that every account sees";
            out.accept(Finding.of(ZONES_OF_REGION, Path.of("network", "zones"), message)
                    .hint("write `zones: " + there + "`")
                    .also(Path.of("region")));
        }
    }
}
