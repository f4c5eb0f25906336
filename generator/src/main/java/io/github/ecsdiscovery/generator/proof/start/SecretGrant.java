package io.github.ecsdiscovery.generator.proof.start;

/**
 * A permission of an execution role to read secrets or parameters, or to decrypt them.
 *
 * @param action the action or pattern: {@code secretsmanager:GetSecretValue}, {@code secretsmanager:*}
 * @param resource the ARN, or a pattern of ARNs
 * @param line the line of the resource in the policy
 */
public record SecretGrant(String action, String resource, int line) {}
