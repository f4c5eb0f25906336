package io.github.ecsdiscovery.generator.proof;

import io.github.ecsdiscovery.generator.model.service.Secret;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** What a config promises about the secrets of a container. */
final class SecretPromises {
    private SecretPromises() {}

    /** What is read, by the permissions that this needs; the whole of a secret may be read where one key of it is given. */
    static Set<String> of(String name, Map<String, Secret> secrets) {
        Set<String> facts = new HashSet<>();
        secrets.forEach((variable, secret) -> {
            String key = secret.key() == null ? "" : secret.key();
            if (secret.ssm() != null) {
                String parameter = secret.ssm().startsWith("/") ? secret.ssm().substring(1) : secret.ssm();
                String arn = arn("ssm", secret.ssm(), "parameter/" + parameter);
                facts.add(name + " is given " + variable + ": " + key + " of " + arn);
                facts.add(name + " may ssm:GetParameters " + arn);
            } else {
                String said = Objects.requireNonNull(secret.secretsmanager());
                String arn = arn("secretsmanager", said, "secret:" + said);
                boolean whole = said.startsWith("arn:") && said.lastIndexOf('-') == said.length() - 7;
                facts.add(name + " is given " + variable + ": " + key + " of " + arn);
                facts.add(name + " may secretsmanager:GetSecretValue " + arn + (whole ? "" : "-??????"));
            }
            if (secret.kmsKey() != null) {
                facts.add(name + " may kms:Decrypt " + secret.kmsKey());
            }
        });
        return facts;
    }

    private static String arn(String store, String said, String resource) {
        return said.startsWith("arn:")
                ? said
                : "arn:${AWS::Partition}:" + store + ":${AWS::Region}:${AWS::AccountId}:" + resource;
    }
}
