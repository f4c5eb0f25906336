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

/**
 * Checks that the availability zones are different zones of one Region and that each has Fargate. A zone name means another zone in
 * each account, so the config uses zone ids.
 */
final class ZoneIds implements Rule {
    private static final String ZONE_IDS =
            "https://docs.aws.amazon.com/global-infrastructure/latest/regions/aws-availability-zones.html";

    private static final ProblemKind DUPLICATE_ZONE = ProblemKind.error(
                    "duplicate-zone", "Two positions have the same availability zone.")
            .otherwise(
                    "Both subnets are in the same zone, so the tasks run in fewer zones than the config has positions.")
            .source(ZONE_IDS);

    private static final ProblemKind ZONE_REGION = ProblemKind.error(
                    "zone-region", "The zones are in different Regions, or not in the Region of `region`.")
            .otherwise(
                    "EC2 rejects a subnet in a zone of another Region. A zone name means another zone in each account, so"
                            + " the config uses zone ids.")
            .source(ZONE_IDS);

    private static final ProblemKind FARGATE_ZONE = ProblemKind.error(
                    "fargate-zone", "The availability zone has no Fargate.")
            .otherwise("Fargate starts no task in the subnet of this zone.")
            .source("https://docs.aws.amazon.com/AmazonECS/latest/developerguide/AWS_Fargate-Regions.html");

    @Override
    public List<ProblemKind> kinds() {
        return List.of(DUPLICATE_ZONE, ZONE_REGION, FARGATE_ZONE);
    }

    @Override
    public void check(RuleContext context, Consumer<Finding> out) {
        if (context.stack().network() == null) {
            return;
        }
        List<Zone> zones = context.config().network().zones().all();
        String region = context.config().region();
        String prefix = region != null && Regions.ALL.contains(region) ? Regions.zonePrefix(region) : null;
        String regionName = "`" + region + "`";
        Map<String, Integer> positions = new HashMap<>();
        for (Zone zone : zones) {
            String id = zone.id();
            if (id == null) {
                continue;
            }
            if (prefix == null) {
                prefix = prefix(id);
                regionName = "the Region of `" + id + "`";
            }
            Integer first = positions.putIfAbsent(id, zone.position());
            Path path = Path.of("network", "zones").with(zone.position());
            if (first != null) {
                String message = "the zones " + first + " and " + zone.position() + " are both `" + id + "`";
                out.accept(Finding.of(DUPLICATE_ZONE, path, message).hint("use another zone, or remove one of them"));
            } else if (!prefix(id).equals(prefix)) {
                out.accept(otherRegion(id, prefix, regionName, path));
            } else if (Regions.ZONES_WITHOUT_FARGATE.contains(id)) {
                out.accept(Finding.of(FARGATE_ZONE, path, "the zone `" + id + "` has no Fargate")
                        .hint("use another zone of the Region"));
            }
        }
    }

    private static String prefix(String id) {
        return id.substring(0, id.indexOf('-'));
    }

    private static Finding otherRegion(String id, String prefix, String regionName, Path path) {
        String message = "`" + id + "` is not a zone of " + regionName + ", whose zones begin with `" + prefix + "-`";
        return Finding.of(ZONE_REGION, path, message)
                .hint("write `" + prefix + id.substring(id.indexOf('-')) + "`")
                .also(Path.of("region"));
    }
}
