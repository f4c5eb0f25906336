package io.github.ecsdiscovery.generator.rule.peer;

import io.github.ecsdiscovery.generator.rule.RuleFamily;
import java.util.List;

/** The rules of this package. */
public final class PeerRules {
    /** All rules, in the order of the reference. */
    public static final RuleFamily FAMILY = new RuleFamily(
            "Peers",
            List.of(new PeerIsNotLocalService(), new PeerHasPort(), new AcyclicPeerImports(), new PeerIsCalled()));

    private PeerRules() {}
}
