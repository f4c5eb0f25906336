package io.github.ecsdiscovery.generator.diagnostic;

import org.jspecify.annotations.Nullable;

/** The lines that the user wrote, by location. */
@FunctionalInterface
public interface SourceLines {
    /** Returns the line of a config without its line ending, or the whole argument of {@code --set}, or null. */
    @Nullable
    String at(SourceLocation location);
}
