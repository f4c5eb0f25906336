package io.github.ecsdiscovery.generator.stack.discovery;

import io.github.ecsdiscovery.generator.model.Config;
import io.github.ecsdiscovery.generator.stack.id.Export;
import io.github.ecsdiscovery.generator.stack.value.PseudoParameterText;
import io.github.ecsdiscovery.generator.stack.value.Value;

/** The domain name of the namespace and names in it: known from the config, or imported from the platform. */
public final class NamespaceDomain {
    private NamespaceDomain() {}

    /** Returns the domain. */
    public static Value of(Config config) {
        return config.platform() == null
                ? new Value.Literal(configured(config))
                : Export.NAMESPACE_NAME.from(config.platform());
    }

    /**
     * Returns a text that contains the domain.
     *
     * @param before the text before the domain, without special characters of Fn::Sub
     * @param after the text after the domain, without special characters of Fn::Sub
     */
    public static Value within(Config config, String before, String after) {
        return config.platform() == null
                ? PseudoParameterText.literally(before + configured(config) + after)
                : new Value.SubWith(before + "${Domain}" + after, "Domain", of(config));
    }

    /** Returns the domain for comments and descriptions. */
    public static String text(Config config) {
        return config.platform() == null ? configured(config) : "the namespace of the stack " + config.platform();
    }

    private static String configured(Config config) {
        String domain = config.domain();
        return domain == null ? "" : domain;
    }
}
