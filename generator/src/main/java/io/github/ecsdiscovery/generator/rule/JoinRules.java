package io.github.ecsdiscovery.generator.rule;

import java.util.ArrayList;
import java.util.List;

/** All rules about stacks that know of each other. */
public final class JoinRules {
    private static final List<JoinRule> ALL = List.of(
            new DistinctStacks(),
            new KnownPeers(),
            new PeersInSight(),
            new StacksInLine(),
            new DistinctNeighbours(),
            new DistinctFronts(),
            new DistinctRecords(),
            new DistinctNamespaces(),
            new PlatformsAlone(),
            new PlatformsWord(),
            new PlatformsBalancer(),
            new ReachFromPlatform());

    private JoinRules() {}

    /** Everything that the rules find, in no order that matters. */
    public static List<Clash> check(Neighbours neighbours) {
        List<Clash> clashes = new ArrayList<>();
        for (JoinRule rule : ALL) {
            rule.check(neighbours, clashes::add);
        }
        return clashes;
    }
}
