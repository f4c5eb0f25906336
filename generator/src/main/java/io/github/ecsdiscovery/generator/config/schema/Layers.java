package io.github.ecsdiscovery.generator.config.schema;

import io.github.ecsdiscovery.generator.model.schema.Format;
import io.github.ecsdiscovery.generator.model.schema.Key;
import io.github.ecsdiscovery.generator.model.service.Service;
import java.util.Map;

/**
 * The keys that are about layers, and gone once these are merged.
 *
 * <pre>
 * defaults: {port: 8080}
 * </pre>
 */
record Layers(@Key("Any key of a service, for all of them") Service defaults) {
    /**
     * Overlays, one of which is chosen with {@code -e}. {@code check} looks at the whole config with each, so there is an
     * end to them.
     *
     * <pre>
     * environments:
     *   staging: {defaults: {count: 1}}
     * </pre>
     */
    record Environments(
            @Key(
                    value =
                            "Overlays of any key above, by environment; `-e` chooses one, whose stack is `<name>-<environment>`",
                    keys = Format.LABEL_40,
                    most = 50)
            Map<String, Object> environments) {}
}
