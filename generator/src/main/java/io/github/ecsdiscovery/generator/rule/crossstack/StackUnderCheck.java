package io.github.ecsdiscovery.generator.rule.crossstack;

import io.github.ecsdiscovery.generator.model.Config;
import org.jspecify.annotations.Nullable;

/**
 * A stack that is checked together with others.
 *
 * @param origin the config that the stack is rendered from
 * @param name the stack's name
 * @param config the config with all defaults
 */
public record StackUnderCheck(Origin origin, String name, Config config) {
    /**
     * A config, alone or with one of its environments.
     *
     * @param file the config's file name
     * @param environment the environment that is merged, or null
     */
    public record Origin(String file, @Nullable String environment) {}

    boolean isSameAs(@Nullable StackUnderCheck other) {
        return other != null && origin.equals(other.origin);
    }

    boolean hasSameConfigAs(StackUnderCheck other) {
        return origin.file().equals(other.origin.file());
    }

    /** Returns whether both stacks are in one Region, or may be because a config sets none. */
    boolean mayShareRegionWith(StackUnderCheck other) {
        String region = config.region();
        String otherRegion = other.config.region();
        return region == null || otherRegion == null || region.equals(otherRegion);
    }

    /** Returns the environment, or the config's name if there is none. */
    String shortName() {
        String environment = origin.environment();
        return environment == null ? config.name() : environment;
    }

    boolean joinsPlatform() {
        return config.platform() != null;
    }
}
