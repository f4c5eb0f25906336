package io.github.ecsdiscovery.generator.rule.crossstack;

import io.github.ecsdiscovery.generator.model.Config;
import org.jspecify.annotations.Nullable;

/**
 * A stack that is looked at beside others.
 *
 * @param origin what it is made from
 * @param stack its name
 */
public record StackUnderCheck(Origin origin, String stack, Config config) {
    /**
     * A config as it is or with one of its environments.
     *
     * @param file the config's name
     * @param environment the environment that is merged, or null
     */
    public record Origin(String file, @Nullable String environment) {}

    boolean is(@Nullable StackUnderCheck other) {
        return other != null && origin.equals(other.origin);
    }

    boolean isOfOneConfigWith(StackUnderCheck other) {
        return origin.file().equals(other.origin.file());
    }

    /** Whether both may be in one Region, as far as their configs say. */
    boolean mayBeNear(StackUnderCheck other) {
        String here = config.region();
        String there = other.config.region();
        return here == null || there == null || here.equals(there);
    }

    /** What tells it from others of its config, or else the config's name. */
    String word() {
        String environment = origin.environment();
        return environment == null ? config.name() : environment;
    }

    boolean joins() {
        return config.platform() != null;
    }
}
