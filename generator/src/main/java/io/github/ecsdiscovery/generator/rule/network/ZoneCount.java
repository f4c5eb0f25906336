package io.github.ecsdiscovery.generator.rule.network;

import io.github.ecsdiscovery.generator.diagnostic.Finding;
import io.github.ecsdiscovery.generator.diagnostic.Path;
import io.github.ecsdiscovery.generator.diagnostic.ProblemId;
import io.github.ecsdiscovery.generator.model.network.Zone;
import io.github.ecsdiscovery.generator.rule.Regions;
import io.github.ecsdiscovery.generator.rule.Rule;
import io.github.ecsdiscovery.generator.rule.RuleContext;
import java.util.List;
import java.util.function.Consumer;

/** The Region has as many zones as the network. */
public final class ZoneCount implements Rule {
    @Override
    public void check(RuleContext subject, Consumer<Finding> out) {
        String region = subject.config().region();
        if (region == null || !Regions.ALL.contains(region) || subject.stack().network() == null) {
            return;
        }
        List<Zone> zones = subject.config().network().zones().all();
        boolean byId = zones.stream().anyMatch(zone -> zone.id() != null);
        int there = Regions.zones(region);
        if (!byId && zones.size() > there) {
            String message = "`network.zones` is " + zones.size() + ", and `" + region + "` has " + there
                    + " zones that every account sees";
            out.accept(Finding.of(ProblemId.ZONES_OF_REGION, Path.of("network", "zones"), message)
                    .hint("write `zones: " + there + "`")
                    .also(Path.of("region")));
        }
    }
}
