package io.github.ecsdiscovery.generator.rule.call;

import io.github.ecsdiscovery.generator.rule.RuleFamily;
import java.util.List;

/** The rules of this package. */
public final class CallRules {
    /** All rules, in the order of the reference. */
    public static final RuleFamily FAMILY = new RuleFamily(
            "Calls",
            List.of(
                    new KnownCallees(),
                    new CalleeHasPortAndDiscovery(),
                    new DistinctCallVariables(),
                    new OverriddenVariables()));

    private CallRules() {}
}
