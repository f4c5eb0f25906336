package io.github.ecsdiscovery.generator.rule.call;

import io.github.ecsdiscovery.generator.diagnostic.Finding;
import io.github.ecsdiscovery.generator.diagnostic.ProblemId;
import io.github.ecsdiscovery.generator.rule.ServiceRule;
import io.github.ecsdiscovery.generator.stack.task.ContractVariables;
import io.github.ecsdiscovery.generator.stack.value.Value;
import java.util.function.Consumer;

/** What the template tells a service is what the service is told: the user's own variable wins, so it says the same. */
public final class OverriddenVariables implements ServiceRule {
    @Override
    public void check(One one, Consumer<Finding> out) {
        ContractVariables.of(one.config(), one.name(), one.service()).forEach((variable, told) -> {
            String own = one.service().environment().get(variable);
            if (one.service().secrets().containsKey(variable)) {
                String message =
                        "`secrets` of `" + one.name() + "` sets `" + variable + "`, which the template sets otherwise";
                out.accept(Finding.of(ProblemId.ENVIRONMENT_OVERRIDES, one.path("secrets", variable), message)
                        .atKey()
                        .hint("leave it out, or give it another name, unless the program is meant to see the secret"));
            } else if (own != null && !told.equals(new Value.Literal(own))) {
                String message = "`environment` of `" + one.name() + "` sets `" + variable
                        + "` to another value than the template does, which is `" + told.text(name -> "${" + name + "}")
                        + "`";
                out.accept(Finding.of(ProblemId.ENVIRONMENT_OVERRIDES, one.path("environment", variable), message)
                        .hint("leave it out, unless the program is meant to see your value"));
            }
        });
    }
}
