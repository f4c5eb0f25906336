package io.github.ecsdiscovery.generator.rule.crossstack;

import java.util.ArrayList;
import java.util.List;

/** All rules about stacks that know of each other. */
public final class CrossStackRules {
    private static final List<CrossStackRule> ALL = List.of(
            new DistinctStacks(),
            new KnownPeers(),
            new PeerNamespaceMatches(),
            new AcyclicStackImports(),
            new DistinctServices(),
            new DistinctListenerRules(),
            new DistinctRecords(),
            new DistinctNamespaces(),
            new PlatformDoesNotJoin(),
            new NetworkMatchesPlatform(),
            new PlatformHasLoadBalancer(),
            new PlatformEndpointsSuffice());

    private CrossStackRules() {}

    /** Everything that the rules find, in no order that matters. */
    public static List<CrossStackFinding> check(StackSet neighbours) {
        List<CrossStackFinding> clashes = new ArrayList<>();
        for (CrossStackRule rule : ALL) {
            rule.check(neighbours, clashes::add);
        }
        return clashes;
    }
}
