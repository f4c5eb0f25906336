package io.github.ecsdiscovery.generator.rule.image;

import io.github.ecsdiscovery.generator.rule.RuleFamily;
import java.util.List;

/** Lists the rules about container images. */
public final class ImageRules {
    /** All rules of this package, in the order of the reference. */
    public static final RuleFamily FAMILY =
            new RuleFamily("Images", List.of(new ImageRegistryReachable(), new ImageName(), new ImageTags()));

    private ImageRules() {}
}
