package io.github.ecsdiscovery.generator.rule.serviceconnect;

import io.github.ecsdiscovery.generator.rule.RuleFamily;
import java.util.List;

/** Lists the rules about ECS Service Connect. */
public final class ServiceConnectRules {
    /** All rules of this package, in the order of the reference. */
    public static final RuleFamily FAMILY = new RuleFamily(
            "Service Connect",
            List.of(
                    new ServiceConnectPorts(),
                    new ServiceConnectNames(),
                    new ServiceConnectOrder(),
                    new ServiceConnectProxySize(),
                    new ServiceConnectTimeouts()));

    private ServiceConnectRules() {}
}
