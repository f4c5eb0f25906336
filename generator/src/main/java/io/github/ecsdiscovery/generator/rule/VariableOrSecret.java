package io.github.ecsdiscovery.generator.rule;

import io.github.ecsdiscovery.generator.diagnostic.Finding;
import io.github.ecsdiscovery.generator.diagnostic.ProblemId;
import java.util.function.Consumer;

/** A variable is plain or a secret. */
final class VariableOrSecret implements ServiceRule {
    @Override
    public void check(One one, Consumer<Finding> out) {
        for (String variable : one.service().secrets().keySet()) {
            if (one.service().environment().containsKey(variable)) {
                String message = "`" + variable + "` of `" + one.name()
                        + "` stands under `environment` and under `secrets`; ECS takes a variable from one of them";
                out.accept(Finding.of(ProblemId.VARIABLE_AND_SECRET, one.path("secrets", variable), message)
                        .atKey()
                        .hint("leave one of them out; at a service `" + variable
                                + ": null` takes away what `defaults` says")
                        .also(one.path("environment", variable)));
            }
        }
    }
}
