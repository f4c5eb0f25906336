package io.github.ecsdiscovery.generator.stack.log;

import io.github.ecsdiscovery.generator.stack.value.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How log groups keep what they are told.
 *
 * @param retention days
 * @param key their KMS key, or null where they have none
 */
public record LogSettings(int retention, @Nullable Key key) {
    /**
     * A KMS key.
     *
     * @param groups ARNs of the log groups that CloudWatch Logs may use it for
     */
    public record Key(String id, List<Value> groups) {
        public Key {
            groups = List.copyOf(groups);
        }
    }
}
