package io.github.ecsdiscovery.generator.rule;

import io.github.ecsdiscovery.generator.stack.value.Partition;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Facts about AWS Regions: their names, partitions and availability zones. */
public final class Regions {
    /** All Regions of all partitions as of 2026. */
    public static final Set<String> ALL = Set.of(
            "af-south-1",
            "ap-east-1",
            "ap-east-2",
            "ap-northeast-1",
            "ap-northeast-2",
            "ap-northeast-3",
            "ap-south-1",
            "ap-south-2",
            "ap-southeast-1",
            "ap-southeast-2",
            "ap-southeast-3",
            "ap-southeast-4",
            "ap-southeast-5",
            "ap-southeast-6",
            "ap-southeast-7",
            "ca-central-1",
            "ca-west-1",
            "cn-north-1",
            "cn-northwest-1",
            "eu-central-1",
            "eu-central-2",
            "eu-isoe-west-1",
            "eu-north-1",
            "eu-south-1",
            "eu-south-2",
            "eu-west-1",
            "eu-west-2",
            "eu-west-3",
            "eusc-de-east-1",
            "il-central-1",
            "me-central-1",
            "me-south-1",
            "mx-central-1",
            "sa-east-1",
            "us-east-1",
            "us-east-2",
            "us-gov-east-1",
            "us-gov-west-1",
            "us-iso-east-1",
            "us-iso-west-1",
            "us-isob-east-1",
            "us-isob-west-1",
            "us-isof-east-1",
            "us-isof-south-1",
            "us-west-1",
            "us-west-2");

    /**
     * Ids of availability zones without Fargate.
     *
     * @see <a href="https://docs.aws.amazon.com/AmazonECS/latest/developerguide/AWS_Fargate-Regions.html">Fargate Regions</a>
     */
    public static final Set<String> ZONES_WITHOUT_FARGATE = Set.of("apne1-az3", "cnn1-az3", "usw1-az2");

    /** Zones that every account sees, for Regions that do not have three. */
    private static final Map<String, Integer> ZONE_COUNTS =
            Map.of("ap-northeast-2", 4, "us-east-1", 6, "us-west-1", 2, "us-west-2", 4);

    private static final List<String> DIRECTIONS = List.of("north", "south", "east", "west", "central");

    private Regions() {}

    /** Returns the number of availability zones that every account sees in a Region. */
    public static int zoneCount(String region) {
        return ZONE_COUNTS.getOrDefault(region, 3);
    }

    /** Returns the partition of a Region: {@code aws-cn} for {@code cn-north-1}. */
    public static String partition(String region) {
        return Partition.of(region).id();
    }

    /** Returns the prefix of the zone ids of a Region: {@code apne1} for {@code ap-northeast-1}. */
    public static String zonePrefix(String region) {
        StringBuilder prefix = new StringBuilder();
        String[] parts = region.split("-", -1);
        prefix.append(parts[0]);
        for (int i = 1; i < parts.length; i++) {
            prefix.append(abbreviated(parts[i]));
        }
        return prefix.toString();
    }

    private static String abbreviated(String part) {
        StringBuilder letters = new StringBuilder();
        String rest = part;
        for (String direction : DIRECTIONS) {
            if (rest.startsWith(direction)) {
                letters.append(direction.charAt(0));
                rest = rest.substring(direction.length());
            }
        }
        return rest.isEmpty() ? letters.toString() : letters + (rest.equals("gov") ? "g" : rest);
    }
}
