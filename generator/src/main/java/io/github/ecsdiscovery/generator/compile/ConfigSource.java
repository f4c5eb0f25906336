package io.github.ecsdiscovery.generator.compile;

import java.nio.charset.StandardCharsets;

/** The bytes of a config and the name that messages give it. */
public final class ConfigSource {
    private final String name;
    private final byte[] bytes;

    /** @param name the path as the user wrote it, or {@code <stdin>} */
    public ConfigSource(String name, byte[] bytes) {
        this.name = name;
        this.bytes = bytes.clone();
    }

    /** Returns the name that messages give the config. */
    public String name() {
        return name;
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    /** Returns the same source with another text. */
    public ConfigSource with(String text) {
        return new ConfigSource(name, text.getBytes(StandardCharsets.UTF_8));
    }
}
