package io.github.ecsdiscovery.generator.model.log;

import io.github.ecsdiscovery.generator.model.schema.Key;
import io.github.ecsdiscovery.generator.model.schema.Unit;

/**
 * The services' log groups.
 *
 * <pre>
 * logs: {retention: 365, encryption: kms}
 * </pre>
 */
public record Logs(
        @Key(
                value = "How long log events are kept, in days",
                oneOf = {
                    1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288,
                    3653
                },
                unit = Unit.DAYS)
        int retention,

        @Key("Whether the stack has a KMS key for them; the key outlives the stack, as it alone reads what is there")
        Encryption encryption) {}
