package io.github.ecsdiscovery.generator.rule.secret;

import io.github.ecsdiscovery.generator.diagnostic.Finding;
import io.github.ecsdiscovery.generator.diagnostic.Path;
import io.github.ecsdiscovery.generator.diagnostic.ProblemKind;
import io.github.ecsdiscovery.generator.model.service.Secret;
import io.github.ecsdiscovery.generator.rule.ContainerContext;
import io.github.ecsdiscovery.generator.rule.ContainerRule;
import java.util.List;
import java.util.function.Consumer;

/**
 * Checks that each secret has exactly one source, and that {@code key} is used with Secrets Manager only. ECS reads a parameter of
 * Parameter Store as a whole.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AmazonECS/latest/developerguide/specifying-sensitive-data.html">Pass sensitive data to a
 *     container</a>
 */
final class SecretSources implements ContainerRule {
    private static final ProblemKind SECRET_FORM = ProblemKind.error(
                    "secret-form",
                    "A secret has no source or two sources, or has `key` beside a parameter of Parameter Store.")
            .otherwise(
                    "ECS reads a secret from one ARN. It selects JSON keys in secrets of Secrets Manager only, not in"
                            + " parameters.")
            .source("https://docs.aws.amazon.com/AmazonECS/latest/developerguide/specifying-sensitive-data.html");

    @Override
    public List<ProblemKind> kinds() {
        return List.of(SECRET_FORM);
    }

    @Override
    public void check(ContainerContext container, Consumer<Finding> out) {
        container.container().secrets().forEach((variable, secret) -> {
            Path path = container.path("secrets", variable);
            String subject = "the secret `" + variable + "` of " + container.displayName();
            if (secret.secretsmanager() == null && secret.ssm() == null) {
                out.accept(Finding.of(SECRET_FORM, path, subject + " has neither `secretsmanager` nor `ssm`")
                        .atKey()
                        .hint("write `{secretsmanager: NAME}` or `{ssm: NAME}`")
                        .also(path));
            } else if (secret.secretsmanager() != null && secret.ssm() != null) {
                out.accept(Finding.of(
                                SECRET_FORM,
                                path.with("ssm"),
                                subject + " has both `secretsmanager` and `ssm`; only one is allowed")
                        .atKey()
                        .hint("remove one of them; in an environment `ssm: null` removes it"));
            } else if (hasKeyOfParameter(secret)) {
                out.accept(Finding.of(
                                SECRET_FORM,
                                path.with("key"),
                                subject + " has `key` beside `ssm`; ECS reads a parameter as a whole")
                        .atKey()
                        .hint("remove `key`, or move the value to Secrets Manager"));
            }
        });
    }

    private static boolean hasKeyOfParameter(Secret secret) {
        return secret.ssm() != null && secret.key() != null;
    }
}
