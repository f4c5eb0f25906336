package io.github.ecsdiscovery.generator.rule.crossstack;

import io.github.ecsdiscovery.generator.diagnostic.Path;
import io.github.ecsdiscovery.generator.diagnostic.ProblemKind;
import io.github.ecsdiscovery.generator.model.Config;
import io.github.ecsdiscovery.generator.model.network.Network;
import io.github.ecsdiscovery.generator.model.network.Vpc;
import io.github.ecsdiscovery.generator.model.network.Zone;
import io.github.ecsdiscovery.generator.model.network.Zones;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Checks that a stack that joins a platform has the Region, the placement, the security groups and the zones of the platform. The
 * stack imports the platform's subnets and groups by these values, so it would import what the platform does not export.
 */
final class NetworkMatchesPlatform implements CrossStackRule {
    private static final ProblemKind PLATFORM_DIFFERS = ProblemKind.error(
                    "platform-differs", "A stack has a Region or a `network` value that its platform does not have.")
            .otherwise("The deployment fails because the stack imports a value that the platform does not export.")
            .source("https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/using-cfn-stack-exports.html");

    private static final ProblemKind FEWER_ZONES = ProblemKind.warning(
                    "fewer-zones", "A stack runs tasks in fewer zones than its platform has.")
            .otherwise(
                    "AWS accepts the template. The tasks run in fewer zones than the platform offers, which is mostly an"
                            + " oversight.");

    private static final Path PLATFORM = Path.of("platform");
    private static final Path ZONES = Path.of("network", "zones");

    @Override
    public List<ProblemKind> kinds() {
        return List.of(PLATFORM_DIFFERS, FEWER_ZONES);
    }

    @Override
    public void check(StackSet stacks, Consumer<CrossStackFinding> out) {
        for (StackUnderCheck stack : stacks.all()) {
            StackUnderCheck platform = stacks.platform(stack);
            if (platform != null) {
                new Comparison(stack, platform, out).check();
            }
        }
    }

    /** The comparison of a stack with its platform. */
    private record Comparison(StackUnderCheck stack, StackUnderCheck platform, Consumer<CrossStackFinding> out) {
        void check() {
            Network network = stack.config().network();
            Network expected = platform.config().network();
            compare(
                    Path.of("region"),
                    stack.config().region(),
                    platform.config().region());
            compare(Path.of("network", "placement"), network.placement(), expected.placement());
            compare(Path.of("network", "securityGroups"), network.securityGroups(), expected.securityGroups());
            compareZones(ids(network.zones()), ids(exportedZones(platform.config())));
        }

        /** Compares two values; a value that is not configured matches every other. */
        private void compare(Path path, @Nullable Object configured, @Nullable Object expected) {
            if (configured == null || expected == null || configured.equals(expected)) {
                return;
            }
            String hint = path.steps().size() == 1
                    ? "write `" + path + ": " + expected + "`"
                    : "write `network: {" + path.steps().get(1) + ": " + expected + "}`";
            out.accept(finding(path, PLATFORM_DIFFERS, configured.toString(), expected.toString())
                    .hint(hint));
        }

        private CrossStackFinding finding(Path path, ProblemKind kind, String configured, String expected) {
            String message = path.spoken() + " is `" + configured + "`, but the platform `" + platform.name()
                    + "` has `" + expected + "`";
            return CrossStackFinding.of(stack, kind, path, message)
                    .orAt(PLATFORM)
                    .also(PLATFORM)
                    .dependingOn(platform, path);
        }

        private void compareZones(Map<Integer, String> configured, Map<Integer, String> expected) {
            if (!configured.keySet().equals(expected.keySet())) {
                boolean isSubset = expected.keySet().containsAll(configured.keySet());
                ProblemKind kind = isSubset ? FEWER_ZONES : PLATFORM_DIFFERS;
                out.accept(finding(ZONES, kind, description(configured), description(expected))
                        .hint("write `network: {zones: " + yaml(expected) + "}`")
                        .dependingOn(platform, Path.of("network", "vpc")));
            }
            configured.forEach((position, zone) -> {
                String expectedZone = expected.getOrDefault(position, "");
                if (!zone.isEmpty() && !expectedZone.isEmpty()) {
                    compare(ZONES.with(Integer.toString(position)), zone, expectedZone);
                }
            });
        }
    }

    /** Returns the zones whose subnets a platform exports. */
    private static Zones exportedZones(Config config) {
        Vpc vpc = config.network().vpc();
        return vpc == null
                ? config.network().zones()
                : Zones.of(vpc.subnets().of(config.network().placement()).size());
    }

    /** Returns the zone ids by position. An id is empty if the account chooses the zone. */
    private static Map<Integer, String> ids(Zones zones) {
        Map<Integer, String> ids = new TreeMap<>();
        for (Zone zone : zones.all()) {
            ids.put(zone.position(), Objects.requireNonNullElse(zone.id(), ""));
        }
        return ids;
    }

    /** Returns whether the positions are 1, 2, 3 and so on, which a number alone can express. */
    private static boolean isCount(Map<Integer, String> ids) {
        List<Integer> counted = IntStream.rangeClosed(1, ids.size()).boxed().toList();
        return List.copyOf(ids.keySet()).equals(counted);
    }

    /** Returns the number of zones, or their positions if some are left out. */
    private static String description(Map<Integer, String> ids) {
        return isCount(ids)
                ? Integer.toString(ids.size())
                : ids.keySet().stream().map(String::valueOf).collect(Collectors.joining(", "));
    }

    /** Returns the value of {@code network.zones} in YAML. */
    private static String yaml(Map<Integer, String> ids) {
        return isCount(ids)
                ? Integer.toString(ids.size())
                : ids.entrySet().stream()
                        .map(zone -> zone.getKey() + ": " + zone.getValue())
                        .collect(Collectors.joining(", ", "{", "}"));
    }
}
