package io.github.ecsdiscovery.generator.rule.template;

import io.github.ecsdiscovery.generator.rule.RuleFamily;
import java.util.List;

/** The rules about the template as a whole. */
public final class TemplateRules {
    /** The rules in the order of the reference. */
    public static final RuleFamily FAMILY = new RuleFamily(
            "The whole template",
            List.of(
                    new PseudoParameters(),
                    new TagKeys(),
                    new CloudMapQuota(),
                    new NonEmptyStack(),
                    new StackLimits()));

    private TemplateRules() {}
}
