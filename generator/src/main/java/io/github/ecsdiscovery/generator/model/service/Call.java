package io.github.ecsdiscovery.generator.model.service;

import org.jspecify.annotations.Nullable;

/**
 * A call to another service.
 *
 * @param alias the name that the caller's code uses
 * @param service the callee
 * @param port the name of a port of the callee, or null for the first port
 * @param step the key or position below {@code calls}, for locations in messages
 */
public record Call(String alias, String service, @Nullable String port, String step) {
    static Call of(String alias, String target, String step) {
        int colon = target.indexOf(':');
        return colon < 0
                ? new Call(alias, target, null, step)
                : new Call(alias, target.substring(0, colon), target.substring(colon + 1), step);
    }
}
