package io.github.ecsdiscovery.generator.stack.discovery;

import io.github.ecsdiscovery.generator.model.Config;
import io.github.ecsdiscovery.generator.stack.id.Export;
import io.github.ecsdiscovery.generator.stack.value.PseudoParameterText;
import io.github.ecsdiscovery.generator.stack.value.Value;

/** The namespace's domain name, and names under it: known when rendering, or the platform's. */
public final class NamespaceDomain {
    private NamespaceDomain() {}

    /** The domain itself. */
    public static Value of(Config config) {
        return config.platform() == null
                ? new Value.Literal(known(config))
                : Export.NAMESPACE_NAME.from(config.platform());
    }

    /**
     * A text that has the domain in it.
     *
     * @param before what comes before the domain, in letters that mean nothing to Fn::Sub
     * @param after what comes behind it, likewise
     */
    public static Value within(Config config, String before, String after) {
        return config.platform() == null
                ? PseudoParameterText.literally(before + known(config) + after)
                : new Value.SubWith(before + "${Domain}" + after, "Domain", of(config));
    }

    /** How the output's comments name it. */
    public static String inWords(Config config) {
        return config.platform() == null ? known(config) : "the namespace of " + config.platform();
    }

    private static String known(Config config) {
        String domain = config.domain();
        return domain == null ? "" : domain;
    }
}
