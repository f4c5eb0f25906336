package io.github.ecsdiscovery.generator.model.service;

import io.github.ecsdiscovery.generator.model.schema.Format;
import io.github.ecsdiscovery.generator.model.schema.Key;
import org.jspecify.annotations.Nullable;

/**
 * Where ECS takes a variable's value from when it starts a task, so that it stands in no template.
 *
 * <pre>
 * secrets:
 *   DB_PASSWORD: {secretsmanager: shop/db, key: password}
 *   API_TOKEN: {ssm: /shop/token}
 * </pre>
 */
public record Secret(
        @Key(value = "The name or ARN of a secret of Secrets Manager", format = Format.SECRET) @Nullable
        String secretsmanager,

        @Key(value = "The name or ARN of a parameter of Parameter Store", format = Format.PARAMETER) @Nullable
        String ssm,

        @Key(
                value = "The key in the secret's JSON whose value it is; with `secretsmanager`",
                format = Format.JSON_KEY,
                byDefault = "the whole secret")
        @Nullable
        String key,

        @Key(
                value = "The KMS key that it is encrypted with",
                format = Format.KMS_KEY,
                byDefault = "AWS's own, which needs no permission")
        @Nullable
        String kmsKey) {}
