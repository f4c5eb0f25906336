package io.github.ecsdiscovery.generator.stack;

import org.jspecify.annotations.Nullable;

/**
 * How log groups keep what they are told.
 *
 * @param retention days
 * @param keyId the logical id of their KMS key, or null where they have none
 */
public record LogSettings(int retention, @Nullable String keyId) {}
