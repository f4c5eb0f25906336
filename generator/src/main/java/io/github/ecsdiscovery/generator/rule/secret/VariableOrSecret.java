package io.github.ecsdiscovery.generator.rule.secret;

import io.github.ecsdiscovery.generator.diagnostic.Finding;
import io.github.ecsdiscovery.generator.diagnostic.ProblemId;
import io.github.ecsdiscovery.generator.rule.ContainerRule;
import java.util.function.Consumer;

/** A variable is plain or a secret. */
public final class VariableOrSecret implements ContainerRule {
    @Override
    public void check(Part part, Consumer<Finding> out) {
        for (String variable : part.container().secrets().keySet()) {
            if (part.container().environment().containsKey(variable)) {
                String message = "`" + variable + "` of " + part.spoken()
                        + " stands under `environment` and under `secrets`; ECS takes a variable from one of them";
                out.accept(Finding.of(ProblemId.VARIABLE_AND_SECRET, part.path("secrets", variable), message)
                        .atKey()
                        .hint("leave one of them out; at a service `" + variable
                                + ": null` takes away what `defaults` says")
                        .also(part.path("environment", variable)));
            }
        }
    }
}
