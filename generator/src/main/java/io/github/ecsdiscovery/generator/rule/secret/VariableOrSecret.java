package io.github.ecsdiscovery.generator.rule.secret;

import io.github.ecsdiscovery.generator.diagnostic.Finding;
import io.github.ecsdiscovery.generator.diagnostic.ProblemKind;
import io.github.ecsdiscovery.generator.rule.ContainerContext;
import io.github.ecsdiscovery.generator.rule.ContainerRule;
import java.util.List;
import java.util.function.Consumer;

/** A variable is plain or a secret. */
final class VariableOrSecret implements ContainerRule {
    private static final ProblemKind VARIABLE_AND_SECRET =
            ProblemKind.error("variable-and-secret", "A variable stands under `environment` and under `secrets`.");

    @Override
    public List<ProblemKind> kinds() {
        return List.of(VARIABLE_AND_SECRET);
    }

    @Override
    public void check(ContainerContext part, Consumer<Finding> out) {
        for (String variable : part.container().secrets().keySet()) {
            if (part.container().environment().containsKey(variable)) {
                String message = "`" + variable + "` of " + part.displayName()
                        + " stands under `environment` and under `secrets`; ECS takes a variable from one of them";
                out.accept(Finding.of(VARIABLE_AND_SECRET, part.path("secrets", variable), message)
                        .atKey()
                        .hint("leave one of them out; at a service `" + variable
                                + ": null` takes away what `defaults` says")
                        .also(part.path("environment", variable)));
            }
        }
    }
}
