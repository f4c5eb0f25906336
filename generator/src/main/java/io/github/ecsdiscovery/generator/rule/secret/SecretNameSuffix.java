package io.github.ecsdiscovery.generator.rule.secret;

import io.github.ecsdiscovery.generator.diagnostic.Finding;
import io.github.ecsdiscovery.generator.diagnostic.ProblemKind;
import io.github.ecsdiscovery.generator.rule.ContainerContext;
import io.github.ecsdiscovery.generator.rule.ContainerRule;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** A secret that is named without the six characters behind its name is not taken for one that is named with them. */
final class SecretNameSuffix implements ContainerRule {
    private static final ProblemKind SECRET_NAME = ProblemKind.warning(
            "secret-name",
            "A secret's name ends in a dash and six characters, so Secrets Manager takes it for the end of a whole ARN.");

    private static final Pattern SIX = Pattern.compile("(?!arn:).*-[A-Za-z0-9]{6}");

    @Override
    public List<ProblemKind> kinds() {
        return List.of(SECRET_NAME);
    }

    @Override
    public void check(ContainerContext part, Consumer<Finding> out) {
        part.container().secrets().forEach((variable, secret) -> {
            String name = secret.secretsmanager();
            if (name != null && SIX.matcher(name).matches()) {
                String message = "the secret `" + name + "` of " + part.displayName()
                        + " ends in a dash and six characters, which Secrets Manager takes for the end of a whole ARN";
                out.accept(Finding.of(SECRET_NAME, part.path("secrets", variable, "secretsmanager"), message)
                        .hint("write its whole ARN, which has a dash and six more characters behind the name"));
            }
        });
    }
}
