package io.github.ecsdiscovery.generator.stack.role;

import io.github.ecsdiscovery.generator.model.service.Secret;
import io.github.ecsdiscovery.generator.stack.value.PseudoParameterText;
import io.github.ecsdiscovery.generator.stack.value.Value;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A secret as ECS names it and as IAM does.
 *
 * <p>Secrets Manager puts a dash and six characters behind a name, and takes an ARN without them for the secret of that
 * name. IAM compares with the whole one, so a policy has six question marks there.
 *
 * @param from what a task definition has as {@code ValueFrom}
 * @param readable what a policy has as {@code Resource}
 */
public record SecretReference(Store store, Value from, Value readable, Optional<Value> kmsKey) {
    private static final Pattern WHOLE = Pattern.compile("arn:.*-[A-Za-z0-9]{6}");

    /** What keeps secrets, and the action by which one is read. */
    public enum Store {
        SECRETS_MANAGER("secretsmanager", "secretsmanager:GetSecretValue", "secret:"),
        PARAMETER_STORE("ssm", "ssm:GetParameters", "parameter/");

        private final String word;
        private final String action;
        private final String kind;

        Store(String word, String action, String kind) {
            this.word = word;
            this.action = action;
            this.kind = kind;
        }

        String action() {
            return action;
        }

        /** The ARN of something that is said by its name or ARN. */
        private String arn(String said) {
            String name = this == PARAMETER_STORE && said.startsWith("/") ? said.substring(1) : said;
            return said.startsWith("arn:")
                    ? said
                    : "arn:${AWS::Partition}:" + word + ":${AWS::Region}:${AWS::AccountId}:" + kind + name;
        }
    }

    /** The reference that a config says; one that says nothing names a secret without a name. */
    public static SecretReference of(Secret said) {
        Optional<Value> kmsKey = Optional.ofNullable(said.kmsKey()).map(PseudoParameterText::of);
        if (said.ssm() != null) {
            Value arn = PseudoParameterText.of(Store.PARAMETER_STORE.arn(said.ssm()));
            return new SecretReference(Store.PARAMETER_STORE, arn, arn, kmsKey);
        }
        String name = said.secretsmanager() == null ? "" : said.secretsmanager();
        String arn = Store.SECRETS_MANAGER.arn(name);
        String readable = WHOLE.matcher(name).matches() ? arn : arn + "-??????";
        return new SecretReference(
                Store.SECRETS_MANAGER,
                PseudoParameterText.of(arn + behind(said.key())),
                PseudoParameterText.of(readable),
                kmsKey);
    }

    /** ECS reads the key of the JSON behind the ARN, and then a version, which is the current one where nothing is said. */
    private static String behind(@Nullable String key) {
        return key == null ? "" : ":" + key + "::";
    }
}
