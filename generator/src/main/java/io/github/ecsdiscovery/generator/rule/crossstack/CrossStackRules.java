package io.github.ecsdiscovery.generator.rule.crossstack;

import io.github.ecsdiscovery.generator.diagnostic.ProblemKind;
import java.util.ArrayList;
import java.util.List;

/** The catalog of all rules about several stacks. */
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

    /** Returns the kinds of problems that these rules report, in the order of the reference. */
    public static List<ProblemKind> kinds() {
        return ALL.stream().flatMap(rule -> rule.kinds().stream()).distinct().toList();
    }

    /** Returns the findings of all rules, in no particular order. */
    public static List<CrossStackFinding> check(StackSet stacks) {
        List<CrossStackFinding> findings = new ArrayList<>();
        for (CrossStackRule rule : ALL) {
            rule.check(stacks, findings::add);
        }
        return findings;
    }
}
