package io.github.ecsdiscovery.generator.rule.secret;

import io.github.ecsdiscovery.generator.diagnostic.Finding;
import io.github.ecsdiscovery.generator.diagnostic.ProblemKind;
import io.github.ecsdiscovery.generator.rule.ContainerContext;
import io.github.ecsdiscovery.generator.rule.ContainerRule;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** A parameter is one of the account's own: AWS's have ARNs without an account, and are no secrets. */
final class AccountParameters implements ContainerRule {
    private static final ProblemKind RESERVED_PARAMETER =
            ProblemKind.error("reserved-parameter", "A parameter has a name that only AWS's own can have.");

    private static final String SECRETS = "/aws/reference/secretsmanager/";

    @Override
    public List<ProblemKind> kinds() {
        return List.of(RESERVED_PARAMETER);
    }

    @Override
    public void check(ContainerContext part, Consumer<Finding> out) {
        part.container().secrets().forEach((variable, secret) -> {
            String name = secret.ssm();
            if (name != null && isReserved(name.toLowerCase(Locale.ROOT))) {
                String message = "the parameter `" + name + "` of " + part.displayName()
                        + " cannot be in your account: names that begin with `aws` or `ssm` are AWS's own";
                String hint = name.startsWith(SECRETS)
                        ? "write `secretsmanager: " + name.substring(SECRETS.length()) + "`"
                        : "give the parameter another name; what AWS publishes is no secret";
                out.accept(Finding.of(RESERVED_PARAMETER, part.path("secrets", variable, "ssm"), message)
                        .hint(hint));
            }
        });
    }

    private static boolean isReserved(String name) {
        String plain = name.startsWith("/") ? name.substring(1) : name;
        return !name.startsWith("arn:") && (plain.startsWith("aws") || plain.startsWith("ssm"));
    }
}
