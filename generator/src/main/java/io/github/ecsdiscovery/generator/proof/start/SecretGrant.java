package io.github.ecsdiscovery.generator.proof.start;

/**
 * Something that ECS may read when it starts a task, as the role's policy says it.
 *
 * @param action {@code secretsmanager:GetSecretValue}, or a pattern that means it
 * @param resource an ARN, or a pattern of some
 */
public record SecretGrant(String action, String resource, int line) {}
