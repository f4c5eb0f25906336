package io.github.ecsdiscovery.generator.rule.peer;

import io.github.ecsdiscovery.generator.rule.RuleFamily;
import java.util.List;

/** Lists the rules about peers. */
public final class PeerRules {
    /** All rules of this package, in the order of the reference. */
    public static final RuleFamily FAMILY = new RuleFamily(
            "Peers",
            List.of(new PeerIsNotLocalService(), new PeerHasPort(), new AcyclicPeerImports(), new PeerIsCalled()));

    private PeerRules() {}
}
