package io.github.ecsdiscovery.generator.config.schema;

import io.github.ecsdiscovery.generator.model.schema.Format;
import io.github.ecsdiscovery.generator.model.schema.Key;
import io.github.ecsdiscovery.generator.model.service.Service;
import java.util.Map;

/**
 * The keys of layers, which do not exist after merging.
 *
 * <pre>
 * defaults: {port: 8080}
 * </pre>
 */
record Layers(
        @Key(
                value = "Keys that every service inherits unless it sets them itself",
                example = "defaults: {cpu: 512, memory: 1024}")
        Service defaults) {
    /**
     * Overlays, one of which {@code -e} selects. Their number is limited, because {@code check} checks the whole config with
     * each of them.
     *
     * <pre>
     * environments:
     *   staging: {defaults: {count: 1}}
     * </pre>
     */
    record Environments(
            @Key(
                    value =
                            "Overlays of any other key, by environment name; `-e` selects one, and the stack is then named `<name>-<environment>`",
                    example = "environments: {staging: {defaults: {count: 1}}}",
                    keys = Format.LABEL_40,
                    maxEntries = 50)
            Map<String, Object> environments) {}
}
