package io.github.ecsdiscovery.generator.rule.secret;

import io.github.ecsdiscovery.generator.diagnostic.Finding;
import io.github.ecsdiscovery.generator.diagnostic.ProblemKind;
import io.github.ecsdiscovery.generator.rule.ContainerContext;
import io.github.ecsdiscovery.generator.rule.ContainerRule;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * Checks that a secret's name does not end with a hyphen and six characters. Secrets Manager adds such a suffix to each name to
 * make the ARN. It takes the end of a name without that suffix for the suffix, and may not find the secret.
 *
 * @see <a href="https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_CreateSecret.html">CreateSecret</a>
 */
final class SecretNameSuffix implements ContainerRule {
    private static final ProblemKind SECRET_NAME = ProblemKind.warning(
                    "secret-name",
                    "A secret's name ends with a hyphen and six characters, like the end of a complete ARN.")
            .otherwise(
                    "AWS accepts the template. Secrets Manager takes these characters for the end of a complete ARN and"
                            + " may find no secret. The task then does not start.")
            .source("https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_CreateSecret.html");

    private static final Pattern NAME_WITH_SUFFIX = Pattern.compile("(?!arn:).*-[A-Za-z0-9]{6}");

    @Override
    public List<ProblemKind> kinds() {
        return List.of(SECRET_NAME);
    }

    @Override
    public void check(ContainerContext container, Consumer<Finding> out) {
        container.container().secrets().forEach((variable, secret) -> {
            String name = secret.secretsmanager();
            if (name != null && NAME_WITH_SUFFIX.matcher(name).matches()) {
                String message = "the secret name `" + name + "` of " + container.displayName()
                        + " ends with a hyphen and six characters; Secrets Manager treats them as the end of a complete ARN";
                out.accept(Finding.of(SECRET_NAME, container.path("secrets", variable, "secretsmanager"), message)
                        .hint("write the complete ARN, which has a hyphen and six more characters after the name"));
            }
        });
    }
}
