package io.github.ecsdiscovery.generator.proof;

import io.github.ecsdiscovery.generator.model.service.Secret;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** The facts that a config demands of the secrets of a container. */
final class ExpectedSecretFacts {
    private ExpectedSecretFacts() {}

    /** Expects the injected values, and exactly the permissions to read them. IAM cannot restrict a secret to one key. */
    static Set<String> of(String name, Map<String, Secret> secrets) {
        Set<String> facts = new HashSet<>();
        secrets.forEach((variable, secret) -> {
            String key = secret.key() == null ? "" : secret.key();
            if (secret.ssm() != null) {
                String parameter = secret.ssm().startsWith("/") ? secret.ssm().substring(1) : secret.ssm();
                String arn = arn("ssm", secret.ssm(), "parameter/" + parameter);
                facts.add(name + " injects " + variable + ": " + key + " of " + arn);
                facts.add(name + " may ssm:GetParameters " + arn);
            } else {
                String configured = Objects.requireNonNull(secret.secretsmanager());
                String arn = arn("secretsmanager", configured, "secret:" + configured);
                boolean hasSuffix = configured.startsWith("arn:")
                        && configured.lastIndexOf('-') == configured.length() - "-AbCdEf".length();
                facts.add(name + " injects " + variable + ": " + key + " of " + arn);
                facts.add(name + " may secretsmanager:GetSecretValue " + arn + (hasSuffix ? "" : "-??????"));
            }
            if (secret.kmsKey() != null) {
                facts.add(name + " may kms:Decrypt " + secret.kmsKey());
            }
        });
        return facts;
    }

    private static String arn(String store, String configured, String resource) {
        return configured.startsWith("arn:")
                ? configured
                : "arn:${AWS::Partition}:" + store + ":${AWS::Region}:${AWS::AccountId}:" + resource;
    }
}
