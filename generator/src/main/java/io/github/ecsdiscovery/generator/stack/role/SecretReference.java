package io.github.ecsdiscovery.generator.stack.role;

import io.github.ecsdiscovery.generator.model.service.Secret;
import io.github.ecsdiscovery.generator.stack.value.PseudoParameterText;
import io.github.ecsdiscovery.generator.stack.value.Value;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A reference to a secret, in the forms that ECS and IAM need.
 *
 * <p>Secrets Manager appends a hyphen and six characters to the name in the ARN of a secret. It also accepts an ARN without
 * them. IAM compares the full ARN, so a policy has six question marks in their place.
 *
 * @param valueFrom the {@code ValueFrom} of a task definition
 * @param resource the {@code Resource} of a policy statement
 * @param kmsKey the ARN of the key that encrypts the secret, if the config has one
 */
public record SecretReference(Store store, Value valueFrom, Value resource, Optional<Value> kmsKey) {
    private static final Pattern FULL_ARN = Pattern.compile("arn:.*-[A-Za-z0-9]{6}");

    /** A store of secrets, with the IAM action that reads one. */
    public enum Store {
        SECRETS_MANAGER("secretsmanager", "secretsmanager:GetSecretValue", "secret:"),
        PARAMETER_STORE("ssm", "ssm:GetParameters", "parameter/");

        private final String service;
        private final String action;
        private final String kind;

        Store(String service, String action, String kind) {
            this.service = service;
            this.action = action;
            this.kind = kind;
        }

        String action() {
            return action;
        }

        /** Returns the ARN of a secret that the config gives by name or by ARN. */
        private String arn(String nameOrArn) {
            String name = this == PARAMETER_STORE && nameOrArn.startsWith("/") ? nameOrArn.substring(1) : nameOrArn;
            return nameOrArn.startsWith("arn:")
                    ? nameOrArn
                    : "arn:${AWS::Partition}:" + service + ":${AWS::Region}:${AWS::AccountId}:" + kind + name;
        }
    }

    /** Returns the reference for a secret of a config; one without a name has an empty name. */
    public static SecretReference of(Secret secret) {
        Optional<Value> kmsKey = Optional.ofNullable(secret.kmsKey()).map(PseudoParameterText::of);
        if (secret.ssm() != null) {
            Value arn = PseudoParameterText.of(Store.PARAMETER_STORE.arn(secret.ssm()));
            return new SecretReference(Store.PARAMETER_STORE, arn, arn, kmsKey);
        }
        String name = secret.secretsmanager() == null ? "" : secret.secretsmanager();
        String arn = Store.SECRETS_MANAGER.arn(name);
        String resource = FULL_ARN.matcher(name).matches() ? arn : arn + "-??????";
        return new SecretReference(
                Store.SECRETS_MANAGER,
                PseudoParameterText.of(arn + jsonKeySuffix(secret.key())),
                PseudoParameterText.of(resource),
                kmsKey);
    }

    /** Returns the suffix that selects a key of a JSON secret. The empty version after it selects the current version. */
    private static String jsonKeySuffix(@Nullable String key) {
        return key == null ? "" : ":" + key + "::";
    }
}
