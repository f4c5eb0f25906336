package io.github.ecsdiscovery.generator.rule.secret;

import io.github.ecsdiscovery.generator.diagnostic.Finding;
import io.github.ecsdiscovery.generator.diagnostic.ProblemKind;
import io.github.ecsdiscovery.generator.rule.ContainerContext;
import io.github.ecsdiscovery.generator.rule.ContainerRule;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * Checks that a parameter is one of the account's own. Systems Manager reserves names that begin with {@code aws} or {@code ssm}.
 * Public parameters of AWS have ARNs without an account, and they are no secrets.
 *
 * @see <a href="https://docs.aws.amazon.com/systems-manager/latest/userguide/sysman-parameter-name-constraints.html">Parameter
 *     names</a>
 */
final class AccountParameters implements ContainerRule {
    private static final ProblemKind RESERVED_PARAMETER = ProblemKind.error(
                    "reserved-parameter", "A parameter's name begins with `aws` or `ssm`, which AWS reserves.")
            .otherwise("No parameter of the account can have this name, so the task cannot read it and does not start.")
            .source(
                    "https://docs.aws.amazon.com/systems-manager/latest/userguide/sysman-parameter-name-constraints.html");

    /** The prefix under which Parameter Store passes on secrets of Secrets Manager. */
    private static final String SECRETS_MANAGER = "/aws/reference/secretsmanager/";

    @Override
    public List<ProblemKind> kinds() {
        return List.of(RESERVED_PARAMETER);
    }

    @Override
    public void check(ContainerContext container, Consumer<Finding> out) {
        container.container().secrets().forEach((variable, secret) -> {
            String name = secret.ssm();
            if (name != null && isReserved(name.toLowerCase(Locale.ROOT))) {
                String message = "`" + variable + "` of " + container.displayName() + " reads the parameter `" + name
                        + "`; AWS reserves names that begin with `aws` or `ssm`";
                String hint = name.startsWith(SECRETS_MANAGER)
                        ? "write `secretsmanager: " + name.substring(SECRETS_MANAGER.length()) + "`"
                        : "rename the parameter; public parameters of AWS are no secrets";
                out.accept(Finding.of(RESERVED_PARAMETER, container.path("secrets", variable, "ssm"), message)
                        .hint(hint));
            }
        });
    }

    private static boolean isReserved(String name) {
        String withoutSlash = name.startsWith("/") ? name.substring(1) : name;
        return !name.startsWith("arn:") && (withoutSlash.startsWith("aws") || withoutSlash.startsWith("ssm"));
    }
}
