package io.github.ecsdiscovery.generator.model.service;

import org.jspecify.annotations.Nullable;

/**
 * One dependency.
 *
 * @param alias by which the caller's code knows it
 * @param service the callee
 * @param port the name of one of the callee's ports, or null for its first
 * @param step its key or position below {@code calls}
 */
public record Call(String alias, String service, @Nullable String port, String step) {
    static Call of(String alias, String target, String step) {
        int colon = target.indexOf(':');
        return colon < 0
                ? new Call(alias, target, null, step)
                : new Call(alias, target.substring(0, colon), target.substring(colon + 1), step);
    }
}
