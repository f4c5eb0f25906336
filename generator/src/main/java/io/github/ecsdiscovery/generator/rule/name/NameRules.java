package io.github.ecsdiscovery.generator.rule.name;

import io.github.ecsdiscovery.generator.rule.RuleFamily;
import java.util.List;

/** Lists the rules about names. */
public final class NameRules {
    /** All rules of this package, in the order of the reference. */
    public static final RuleFamily FAMILY = new RuleFamily(
            "Names",
            List.of(new DistinctLogicalIds(), new DnsNameLength(), new NamespaceNames(), new ExistingNamespace()));

    private NameRules() {}
}
