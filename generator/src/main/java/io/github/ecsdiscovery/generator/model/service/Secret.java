package io.github.ecsdiscovery.generator.model.service;

import io.github.ecsdiscovery.generator.model.schema.Format;
import io.github.ecsdiscovery.generator.model.schema.Key;
import org.jspecify.annotations.Nullable;

/**
 * The source of a secret environment variable. ECS reads the value when it starts a task, so no template contains it.
 *
 * <pre>
 * secrets:
 *   DB_PASSWORD: {secretsmanager: shop/db, key: password}
 *   API_TOKEN: {ssm: /shop/token}
 * </pre>
 */
public record Secret(
        @Key(
                value = "The name or ARN of a Secrets Manager secret",
                example = "secretsmanager: shop/db",
                format = Format.SECRET)
        @Nullable
        String secretsmanager,

        @Key(
                value = "The name or ARN of a Systems Manager parameter",
                example = "ssm: /shop/token",
                format = Format.PARAMETER)
        @Nullable
        String ssm,

        @Key(
                value = "The key in the secret's JSON that holds the value; only with `secretsmanager`",
                example = "key: password",
                format = Format.JSON_KEY,
                byDefault = "the whole secret")
        @Nullable
        String key,

        @Key(
                value =
                        "The ARN of the customer managed KMS key that encrypts the secret; its use is granted to the execution role",
                example = "kmsKey: \"arn:aws:kms:eu-west-1:111122223333:key/0123abcd\"",
                format = Format.KMS_KEY,
                byDefault = "the AWS managed key, which needs no permission")
        @Nullable
        String kmsKey) {}
