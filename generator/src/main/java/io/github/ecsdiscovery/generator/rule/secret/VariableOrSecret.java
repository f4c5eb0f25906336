package io.github.ecsdiscovery.generator.rule.secret;

import io.github.ecsdiscovery.generator.diagnostic.Finding;
import io.github.ecsdiscovery.generator.diagnostic.ProblemKind;
import io.github.ecsdiscovery.generator.rule.ContainerContext;
import io.github.ecsdiscovery.generator.rule.ContainerRule;
import java.util.List;
import java.util.function.Consumer;

/**
 * Checks that no environment variable is both plain and a secret. ECS rejects a container definition that sets the same variable
 * twice.
 */
final class VariableOrSecret implements ContainerRule {
    private static final ProblemKind VARIABLE_AND_SECRET = ProblemKind.error(
                    "variable-and-secret", "A variable is under both `environment` and `secrets`.")
            .otherwise("ECS rejects a container definition that has the same name in `Environment` and `Secrets`.");

    @Override
    public List<ProblemKind> kinds() {
        return List.of(VARIABLE_AND_SECRET);
    }

    @Override
    public void check(ContainerContext container, Consumer<Finding> out) {
        for (String variable : container.container().secrets().keySet()) {
            if (container.container().environment().containsKey(variable)) {
                String message = "`" + variable + "` of " + container.displayName()
                        + " is under both `environment` and `secrets`; only one is allowed";
                out.accept(Finding.of(VARIABLE_AND_SECRET, container.path("secrets", variable), message)
                        .atKey()
                        .hint("remove one of them; at a service `" + variable
                                + ": null` removes the value from `defaults`")
                        .also(container.path("environment", variable)));
            }
        }
    }
}
