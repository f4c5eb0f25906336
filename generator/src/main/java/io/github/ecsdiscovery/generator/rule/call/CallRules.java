package io.github.ecsdiscovery.generator.rule.call;

import io.github.ecsdiscovery.generator.rule.RuleFamily;
import java.util.List;

/** Lists the rules about calls between services. */
public final class CallRules {
    /** All rules of this package, in the order of the reference. */
    public static final RuleFamily FAMILY = new RuleFamily(
            "Calls",
            List.of(
                    new KnownCallees(),
                    new CalleeHasPortAndDiscovery(),
                    new DistinctCallVariables(),
                    new OverriddenVariables()));

    private CallRules() {}
}
