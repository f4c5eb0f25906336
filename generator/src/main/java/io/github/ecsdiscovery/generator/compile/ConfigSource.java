package io.github.ecsdiscovery.generator.compile;

import java.nio.charset.StandardCharsets;

/**
 * The bytes of a config and the name that messages give it.
 *
 * @param name the path as the user wrote it, or {@code <stdin>}
 */
public record ConfigSource(String name, byte[] bytes) {
    public ConfigSource {
        bytes = bytes.clone();
    }

    @Override
    public byte[] bytes() {
        return bytes.clone();
    }

    /** Returns the same source with another text. */
    public ConfigSource with(String text) {
        return new ConfigSource(name, text.getBytes(StandardCharsets.UTF_8));
    }
}
