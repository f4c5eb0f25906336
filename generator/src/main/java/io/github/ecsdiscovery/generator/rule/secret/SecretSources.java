package io.github.ecsdiscovery.generator.rule.secret;

import io.github.ecsdiscovery.generator.diagnostic.Finding;
import io.github.ecsdiscovery.generator.diagnostic.Path;
import io.github.ecsdiscovery.generator.diagnostic.ProblemKind;
import io.github.ecsdiscovery.generator.model.service.Secret;
import io.github.ecsdiscovery.generator.rule.ContainerContext;
import io.github.ecsdiscovery.generator.rule.ContainerRule;
import java.util.List;
import java.util.function.Consumer;

/** A secret is kept in one place, and only Secrets Manager's have keys. */
final class SecretSources implements ContainerRule {
    private static final ProblemKind SECRET_FORM = ProblemKind.error(
            "secret-form", "A secret is taken from nowhere or from two places, or has a `key` where there are none.");

    @Override
    public List<ProblemKind> kinds() {
        return List.of(SECRET_FORM);
    }

    @Override
    public void check(ContainerContext part, Consumer<Finding> out) {
        part.container().secrets().forEach((variable, secret) -> {
            Path path = part.path("secrets", variable);
            String of = "the secret `" + variable + "` of " + part.displayName();
            if (secret.secretsmanager() == null && secret.ssm() == null) {
                out.accept(Finding.of(
                                SECRET_FORM,
                                path,
                                of + " says neither `secretsmanager` nor `ssm`, so there is nothing to take it from")
                        .atKey()
                        .hint("write `{secretsmanager: NAME}` or `{ssm: NAME}`")
                        .also(path));
            } else if (secret.secretsmanager() != null && secret.ssm() != null) {
                out.accept(Finding.of(
                                SECRET_FORM,
                                path.with("ssm"),
                                of + " says both `secretsmanager` and `ssm`; a value comes from one of them")
                        .atKey()
                        .hint("leave one of them out; in an environment `ssm: null` takes it away"));
            } else if (hasKeyOfParameter(secret)) {
                out.accept(Finding.of(
                                SECRET_FORM,
                                path.with("key"),
                                of + " has a `key` beside `ssm`; ECS takes a parameter of Parameter Store whole")
                        .atKey()
                        .hint("leave it out, or keep the secret in Secrets Manager"));
            }
        });
    }

    private static boolean hasKeyOfParameter(Secret secret) {
        return secret.ssm() != null && secret.key() != null;
    }
}
