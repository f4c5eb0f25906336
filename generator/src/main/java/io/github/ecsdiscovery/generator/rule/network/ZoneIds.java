package io.github.ecsdiscovery.generator.rule.network;

import io.github.ecsdiscovery.generator.diagnostic.Finding;
import io.github.ecsdiscovery.generator.diagnostic.Path;
import io.github.ecsdiscovery.generator.diagnostic.ProblemKind;
import io.github.ecsdiscovery.generator.model.network.Zone;
import io.github.ecsdiscovery.generator.rule.Regions;
import io.github.ecsdiscovery.generator.rule.Rule;
import io.github.ecsdiscovery.generator.rule.RuleContext;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The zones are different ones of one Region, and there is Fargate in each. */
final class ZoneIds implements Rule {
    private static final ProblemKind DUPLICATE_ZONE =
            ProblemKind.error("duplicate-zone", "Two positions name the same availability zone.");

    private static final ProblemKind ZONE_REGION = ProblemKind.error(
            "zone-region", "The zones are of different Regions, or not of the one that `region` names.");

    private static final ProblemKind FARGATE_ZONE =
            ProblemKind.error("fargate-zone", "There is no Fargate in the availability zone.");

    @Override
    public List<ProblemKind> kinds() {
        return List.of(DUPLICATE_ZONE, ZONE_REGION, FARGATE_ZONE);
    }

    @Override
    public void check(RuleContext subject, Consumer<Finding> out) {
        if (subject.stack().network() == null) {
            return;
        }
        List<Zone> zones = subject.config().network().zones().all();
        String region = subject.config().region();
        String prefix = region != null && Regions.ALL.contains(region) ? Regions.zonePrefix(region) : null;
        String of = "`" + region + "`";
        Map<String, Integer> positions = new HashMap<>();
        for (Zone zone : zones) {
            String id = zone.id();
            if (id == null) {
                continue;
            }
            Path path = Path.of("network", "zones").with(zone.position());
            String its = id.substring(0, id.indexOf('-'));
            if (prefix == null) {
                prefix = its;
                of = "the Region of `" + id + "`";
            }
            Integer first = positions.putIfAbsent(id, zone.position());
            if (first != null) {
                String message = "the zones " + first + " and " + zone.position() + " are both `" + id + "`";
                out.accept(
                        Finding.of(DUPLICATE_ZONE, path, message).hint("name another zone, or leave one of them out"));
            } else if (!its.equals(prefix)) {
                String message = "`" + id + "` is no zone of " + of + ", whose zones begin with `" + prefix + "-`";
                out.accept(Finding.of(ZONE_REGION, path, message)
                        .hint("write `" + prefix + id.substring(id.indexOf('-')) + "`")
                        .also(Path.of("region")));
            } else if (Regions.ZONES_WITHOUT_FARGATE.contains(id)) {
                out.accept(Finding.of(FARGATE_ZONE, path, "Fargate starts no task in the zone `" + id + "`")
                        .hint("name another zone of the Region"));
            }
        }
    }
}
