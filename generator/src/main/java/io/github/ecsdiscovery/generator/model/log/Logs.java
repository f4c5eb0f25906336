package io.github.ecsdiscovery.generator.model.log;

import io.github.ecsdiscovery.generator.model.schema.Key;
import io.github.ecsdiscovery.generator.model.schema.Unit;

/**
 * The CloudWatch log groups of the services.
 *
 * <pre>
 * logs: {retention: 365, encryption: kms}
 * </pre>
 */
public record Logs(
        @Key(
                value = "How long log events are kept, in days",
                example = "retention: 90",
                oneOf = {
                    1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288,
                    3653
                },
                unit = Unit.DAYS)
        int retention,

        @Key(
                value =
                        "Whether a KMS key of the stack encrypts the log groups; the key outlives the stack, because only it can decrypt the logs",
                example = "encryption: kms")
        Encryption encryption) {}
