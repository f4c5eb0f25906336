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

/** A stack that joins says of the network what the platform says. */
final class NetworkMatchesPlatform implements CrossStackRule {
    private static final ProblemKind PLATFORM_DIFFERS = ProblemKind.error(
            "platform-differs",
            "A stack says something of the network, or of the Region, that its platform does not have.");

    private static final ProblemKind FEWER_ZONES =
            ProblemKind.warning("fewer-zones", "A stack has tasks in fewer zones than its platform.");

    private static final Path PLATFORM = Path.of("platform");

    @Override
    public List<ProblemKind> kinds() {
        return List.of(PLATFORM_DIFFERS, FEWER_ZONES);
    }

    @Override
    public void check(StackSet neighbours, Consumer<CrossStackFinding> out) {
        for (StackUnderCheck one : neighbours.all()) {
            StackUnderCheck platform = neighbours.platform(one);
            if (platform == null) {
                continue;
            }
            Network said = one.config().network();
            Network has = platform.config().network();
            differs(
                    one,
                    platform,
                    Path.of("region"),
                    one.config().region(),
                    platform.config().region(),
                    out);
            differs(one, platform, Path.of("network", "placement"), said.placement(), has.placement(), out);
            differs(
                    one,
                    platform,
                    Path.of("network", "securityGroups"),
                    said.securityGroups(),
                    has.securityGroups(),
                    out);
            zones(one, platform, out);
        }
    }

    /** What one of them does not say is no difference. */
    private static void differs(
            StackUnderCheck one,
            StackUnderCheck platform,
            Path path,
            @Nullable Object said,
            @Nullable Object has,
            Consumer<CrossStackFinding> out) {
        if (said == null || has == null || said.equals(has)) {
            return;
        }
        String hint = path.steps().size() == 1
                ? "write `" + path + ": " + has + "`"
                : "write `network: {" + path.steps().get(1) + ": " + has + "}`";
        out.accept(clash(one, platform, path, PLATFORM_DIFFERS, said.toString(), has.toString())
                .hint(hint));
    }

    private static CrossStackFinding clash(
            StackUnderCheck one, StackUnderCheck platform, Path path, ProblemKind id, String said, String has) {
        String message =
                path.spoken() + " is `" + said + "`, and `" + has + "` at the platform `" + platform.stack() + "`";
        return CrossStackFinding.of(one, id, path, message)
                .orAt(PLATFORM)
                .also(PLATFORM)
                .restingOn(platform, path);
    }

    // ---- Zones ----

    private static void zones(StackUnderCheck one, StackUnderCheck platform, Consumer<CrossStackFinding> out) {
        Path path = Path.of("network", "zones");
        Map<Integer, String> said = ids(one.config().network().zones());
        Map<Integer, String> has = ids(zones(platform.config()));
        if (!said.keySet().equals(has.keySet())) {
            boolean fewer = has.keySet().containsAll(said.keySet());
            ProblemKind id = fewer ? FEWER_ZONES : PLATFORM_DIFFERS;
            out.accept(clash(one, platform, path, id, spoken(said), spoken(has))
                    .hint("write `network: {zones: " + written(has) + "}`")
                    .restingOn(platform, Path.of("network", "vpc")));
        }
        said.forEach((position, zone) -> {
            String there = has.getOrDefault(position, "");
            if (!zone.isEmpty() && !there.isEmpty() && !zone.equals(there)) {
                differs(one, platform, path.with(Integer.toString(position)), zone, there, out);
            }
        });
    }

    /** The positions that subnets are exported of. */
    private static Zones zones(Config config) {
        Vpc vpc = config.network().vpc();
        return vpc == null
                ? config.network().zones()
                : Zones.of(vpc.subnets().of(config.network().placement()).size());
    }

    /** By position; empty where the config leaves it to the account. */
    private static Map<Integer, String> ids(Zones zones) {
        Map<Integer, String> ids = new TreeMap<>();
        for (Zone zone : zones.all()) {
            ids.put(zone.position(), Objects.requireNonNullElse(zone.id(), ""));
        }
        return ids;
    }

    private static boolean isCount(Map<Integer, String> ids) {
        List<Integer> counted = IntStream.rangeClosed(1, ids.size()).boxed().toList();
        return List.copyOf(ids.keySet()).equals(counted);
    }

    /** How many, or the positions where some are left out. */
    private static String spoken(Map<Integer, String> ids) {
        return isCount(ids)
                ? Integer.toString(ids.size())
                : ids.keySet().stream().map(String::valueOf).collect(Collectors.joining(", "));
    }

    private static String written(Map<Integer, String> ids) {
        return isCount(ids)
                ? Integer.toString(ids.size())
                : ids.entrySet().stream()
                        .map(zone -> zone.getKey() + ": " + zone.getValue())
                        .collect(Collectors.joining(", ", "{", "}"));
    }
}
