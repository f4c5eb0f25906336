package io.github.ecsdiscovery.generator.rule.call;

import io.github.ecsdiscovery.generator.diagnostic.Finding;
import io.github.ecsdiscovery.generator.diagnostic.ProblemKind;
import io.github.ecsdiscovery.generator.rule.ServiceContext;
import io.github.ecsdiscovery.generator.rule.ServiceRule;
import io.github.ecsdiscovery.generator.stack.task.ContractVariables;
import io.github.ecsdiscovery.generator.stack.value.Value;
import java.util.List;
import java.util.function.Consumer;

/**
 * Checks that no variable of the config replaces a variable that the template sets, such as {@code PORT}, with another value. The
 * config wins, so the program sees a value that does not match the template.
 */
final class OverriddenVariables implements ServiceRule {
    private static final ProblemKind ENVIRONMENT_OVERRIDES = ProblemKind.warning(
                    "environment-overrides",
                    "A variable of the config replaces a variable that the template sets to another value.")
            .otherwise("AWS accepts the template, but the program sees another value than the one that matches the"
                    + " template.");

    @Override
    public List<ProblemKind> kinds() {
        return List.of(ENVIRONMENT_OVERRIDES);
    }

    @Override
    public void check(ServiceContext service, Consumer<Finding> out) {
        ContractVariables.of(service.config(), service.name(), service.service())
                .forEach((variable, value) -> check(service, variable, value, out));
    }

    private static void check(ServiceContext service, String variable, Value value, Consumer<Finding> out) {
        String configured = service.service().environment().get(variable);
        String rendered = value.text(name -> "${" + name + "}");
        if (service.service().secrets().containsKey(variable)) {
            String message = "`secrets` of `" + service.name() + "` sets `" + variable
                    + "`, which the template sets to `" + rendered + "`";
            out.accept(Finding.of(ENVIRONMENT_OVERRIDES, service.path("secrets", variable), message)
                    .atKey()
                    .hint("remove it or rename it, unless the program needs the secret under this name"));
        } else if (configured != null && !value.equals(new Value.Literal(configured))) {
            String message = "`environment` of `" + service.name() + "` sets `" + variable
                    + "`, but the template sets it to `" + rendered + "`";
            out.accept(Finding.of(ENVIRONMENT_OVERRIDES, service.path("environment", variable), message)
                    .hint("remove it, unless the program needs your value"));
        }
    }
}
