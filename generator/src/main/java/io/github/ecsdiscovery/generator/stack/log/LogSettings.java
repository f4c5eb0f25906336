package io.github.ecsdiscovery.generator.stack.log;

import io.github.ecsdiscovery.generator.stack.value.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Settings of all log groups.
 *
 * @param retention in days
 * @param key the KMS key that encrypts them, or null for none
 */
public record LogSettings(int retention, @Nullable Key key) {
    /**
     * A KMS key.
     *
     * @param groups ARNs of the log groups that CloudWatch Logs may encrypt with it
     */
    public record Key(String id, List<Value> groups) {
        public Key {
            groups = List.copyOf(groups);
        }
    }
}
