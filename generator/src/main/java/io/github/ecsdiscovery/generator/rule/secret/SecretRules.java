package io.github.ecsdiscovery.generator.rule.secret;

import io.github.ecsdiscovery.generator.rule.RuleFamily;
import java.util.List;

/** The rules about secrets of Secrets Manager and Parameter Store. */
public final class SecretRules {
    /** The rules in the order of the reference. */
    public static final RuleFamily FAMILY = new RuleFamily(
            "Secrets",
            List.of(
                    new SecretSources(),
                    new VariableOrSecret(),
                    new SecretNameSuffix(),
                    new AccountParameters(),
                    new SecretReachable(),
                    new ExecutionPolicySize()));

    private SecretRules() {}
}
